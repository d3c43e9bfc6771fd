using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Flattens a document into the lines that may list courses and weeks, each under the one it belongs to.</summary>
internal sealed partial class SyllabusLines
{
    private const int ParagraphDepth = 7;
    private const int ItemDepth = 8;
    private const int MaxDepth = 64;
    private const int LongestTitleParagraph = 170;
    private const int ShortestProseWithLinks = 120;
    private readonly List<SyllabusLine> _lines = [];
    private readonly List<SyllabusLine> _open = [];

    private SyllabusLines()
    {
    }

    /// <summary>The lines in order.</summary>
    internal static IReadOnlyList<SyllabusLine> Of(NoteDocument document)
    {
        var lines = new SyllabusLines();
        foreach (var block in document.Blocks)
        {
            lines.Add(block);
        }

        return lines._lines;
    }

    private void Add(NoteBlock block)
    {
        switch (block)
        {
            case HeadingNote { Text.Length: > 0 } heading:
                Add(NewLine(Math.Clamp(heading.Level, 1, 6), heading.Text, null, heading.Links));
                break;
            case ParagraphNote paragraph:
                AddParagraph(paragraph);
                break;
            case ListNote list:
                AddList(list);
                break;
            case TableNote table:
                SyllabusTable.Rows(table, _open.Count == 0 ? null : _open[^1].Text).ToList().ForEach(Add);
                AddBody(table.Rows.Sum(row => row.Cells.Sum(cell => cell.Length)) / 3);
                break;
            case CodeNote code:
                AddBody(code.Text.Length);
                break;
            case FormulaNote formula:
                AddBody(formula.Text.Length);
                break;
        }
    }

    private void AddParagraph(ParagraphNote paragraph)
    {
        var texts = MarkStarts().Split(paragraph.Text).Select(text => text.Trim()).Where(text => text.Length > 0).ToList();
        var marks = texts.Select(text => CourseWeekPattern.InLine(text, paragraph.IsBold)).ToList();
        var isList = texts.Count > 1 && marks.Count(mark => mark is not null) * 2 > texts.Count;
        var isTitle = texts.Count == 1 && (paragraph.IsBold || (marks[0] is not null && !IsProse(texts[0])));
        if (!isList && !isTitle)
        {
            AddBody(paragraph.Links.Count == 0 || paragraph.Text.Length > ShortestProseWithLinks ? paragraph.Text.Length : 0);
            return;
        }

        foreach (var text in texts)
        {
            Add(NewLine(ParagraphDepth, text, null, texts.Count == 1 ? paragraph.Links : []));
        }
    }

    private static bool IsProse(string text) =>
        text.Length > LongestTitleParagraph || text.EndsWith('.') || text.Contains(". ", StringComparison.Ordinal);

    private void AddList(ListNote list)
    {
        // "* 1. Title" is a numbered list in a bullet without text: the numbered item takes the bullet's place.
        var outermost = list.Items.Select(item => item.Depth).DefaultIfEmpty(0).Min();
        foreach (var item in list.Items)
        {
            var depth = item.Depth == outermost && item.Number is not null ? 0 : item.Depth;
            Add(NewLine(Math.Min(ItemDepth + depth, MaxDepth), item.Text, item.Number, item.Links));
            AddBody(item.Links.Count == 0 ? item.Text.Length / 3 : 0);
        }
    }

    private void AddBody(int length)
    {
        if (_open.FindLast(line => line.Mark is not null) is { } owner)
        {
            owner.Body += length;
        }
    }

    private void Add(SyllabusLine line)
    {
        while (_open.Count > 0 && _open[^1].Depth >= line.Depth)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        line.Parent = _open.Count == 0 ? null : _open[^1];
        line.Parent?.Children.Add(line);
        _open.Add(line);
        _lines.Add(line);
    }

    private static SyllabusLine NewLine(int depth, string text, int? number, IReadOnlyList<string> links)
    {
        var numbered = LeadingNumber().Match(text);
        return new SyllabusLine
        {
            Depth = depth,
            Text = number is null && numbered.Success ? text[numbered.Length..] : text,
            Number = number ?? (numbered.Success ? int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture) : null),
            Links = links,
            Mark = CourseWeekPattern.InLine(text, depth < ItemDepth) ??
                (number is null ? null
                    : CourseWeekPattern.InLine(string.Create(CultureInfo.InvariantCulture, $"{number}. {text}"), isHeading: false)),
        };
    }

    [GeneratedRegex(@"^[^\p{L}\p{N}]*C?(?<number>\d{1,2})(?:\s*[.):]|\s+[-–—|])\s+(?=[^\p{N}\s])")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"\n|(?<=\S\s)(?=(?:week|woche|module|modul|unit|lecture|vorlesung|lesson|course|kurs)\s?\d{1,2}\s?:)", RegexOptions.IgnoreCase)]
    private static partial Regex MarkStarts();
}
