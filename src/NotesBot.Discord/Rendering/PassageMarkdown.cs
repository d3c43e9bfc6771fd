using System.Globalization;
using NotesBot.Commands;
using NotesBot.Commands.Formulas;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// The text of a passage: lists as lists, code and formulas in fences, tables aligned, the words that were asked for in bold.
/// </summary>
internal sealed class PassageMarkdown
{
    private const string CellGap = " | ";
    private const int MaxIndentLevel = 3;

    private readonly string _body;
    private readonly bool[] _marked;
    private readonly MarkdownWriter _writer;

    private PassageMarkdown(PassageBlock passage, TextBudget budget)
    {
        _body = passage.Body;
        _marked = Flags(passage);
        _writer = new MarkdownWriter(budget);
    }

    /// <summary>The body of a passage within a budget; empty when nothing of it is visible.</summary>
    internal static string Write(PassageBlock passage, TextBudget budget)
    {
        if (TextCleaner.IsBlank(passage.Body))
        {
            return "";
        }

        var shown = FormulaBlock.Of(passage);
        var body = new PassageMarkdown(shown, budget);
        body.WriteAll(BodyRuns.Of(shown));
        return body._writer.ToString();
    }

    private static bool[] Flags(PassageBlock passage)
    {
        var marked = new bool[passage.Body.Length];
        foreach (var (start, length) in passage.Marks)
        {
            var from = Math.Clamp(start, 0, marked.Length);
            Array.Fill(marked, true, from, (int)Math.Clamp((long)start + length, from, marked.Length) - from);
        }

        return marked;
    }

    private void WriteAll(IReadOnlyList<IReadOnlyList<BodyStretch>> runs)
    {
        for (var index = 0; index < runs.Count && !_writer.IsFull; index++)
        {
            if (index > 0)
            {
                Separate(runs[index - 1][^1], runs[index][0]);
            }

            if (BodyRuns.IsRow(runs[index][0].Kind))
            {
                WriteTable(runs[index]);
            }
            else
            {
                WriteOne(runs[index][0]);
            }
        }
    }

    /// <summary>Sentences of one paragraph stay in it, paragraphs and headings get an empty line, all else a new line.</summary>
    private void Separate(BodyStretch before, BodyStretch after)
    {
        var gap = _body[before.End..after.Start];
        if (before.Kind == StretchKind.Prose && after.Kind == StretchKind.Prose && !gap.Contains('\n') && !EndsLine(before))
        {
            _writer.Markup(" ");
            return;
        }

        _writer.Break(after.Kind == StretchKind.Heading || (before.Kind == StretchKind.Prose && after.Kind == StretchKind.Prose) ? 2 : 1);
    }

    private bool EndsLine(BodyStretch stretch) => _body[stretch.End - 1] == '\n';

    private void WriteOne(BodyStretch stretch)
    {
        var raw = _body.Substring(stretch.Start, stretch.Length);
        switch (stretch.Kind)
        {
            case StretchKind.Code:
                _writer.CodeBlock(CodeText.Lines(raw), CodeText.Language(stretch.Language));
                break;
            case StretchKind.Formula:
                _writer.CodeBlock(CodeText.FormulaLines(raw), CodeText.FormulaLanguage);
                break;
            case StretchKind.ListItem:
                WriteListItem(stretch);
                break;
            case StretchKind.Heading:
                _writer.Prose(Marked(stretch.Start, stretch.Length).InOneLine(), bold: true);
                break;
            case StretchKind.Picture:
                _writer.Markup("🖼️ ");
                _writer.Prose(Marked(stretch.Start, stretch.Length));
                break;
            default:
                _writer.Prose(Marked(stretch.Start, stretch.Length));
                break;
        }
    }

    private void WriteListItem(BodyStretch stretch)
    {
        var level = Math.Min(IndentBefore(stretch.Start) / 2, MaxIndentLevel);
        var raw = _body.AsSpan(stretch.Start, stretch.Length);
        var skipped = raw.Length - raw.TrimStart().Length;
        var marker = ListMarker(raw[skipped..]);
        var indent = new string(' ', level * 2);
        _writer.Markup(indent + (marker is null or "-" ? "- " : $"{marker} "));
        var begin = skipped + (marker?.Length ?? 0);
        _writer.Prose(Marked(stretch.Start + begin, stretch.Length - begin), indent + "  ");
    }

    /// <summary>How many spaces stand before a place in its line.</summary>
    private int IndentBefore(int start)
    {
        var spaces = 0;
        while (start + spaces < _body.Length && _body[start + spaces] == ' ')
        {
            spaces++;
        }

        for (var i = start - 1; i >= 0 && _body[i] == ' '; i--)
        {
            spaces++;
        }

        return spaces;
    }

    /// <summary><c>-</c> or <c>12.</c> at the beginning of an item; <see langword="null"/> when there is none.</summary>
    private static string? ListMarker(ReadOnlySpan<char> item)
    {
        if (item.StartsWith("- "))
        {
            return "-";
        }

        var digits = item.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 5 && item[digits] == '.' ? string.Create(CultureInfo.InvariantCulture, $"{item[..digits]}.") : null;
    }

    private void WriteTable(IReadOnlyList<BodyStretch> rows)
    {
        var cells = rows.Select(Cells).ToList();
        var hasHeader = rows[0].Kind == StretchKind.TableHeader;
        new TableText(hasHeader ? cells[0] : null, hasHeader ? cells[1..] : cells).Write(_writer);
    }

    private IReadOnlyList<MarkedText> Cells(BodyStretch row)
    {
        var cells = new List<MarkedText>();
        var (start, end) = (row.Start, row.End);
        while (_body.IndexOf(CellGap, start, end - start, StringComparison.Ordinal) is var gap and >= 0)
        {
            cells.Add(Marked(start, gap - start));
            start = gap + CellGap.Length;
        }

        return [.. cells, Marked(start, end - start)];
    }

    /// <summary>A clean stretch of the body, without white space at its ends.</summary>
    private MarkedText Marked(int start, int length) =>
        MarkedText.Clean(_body.Substring(start, length), _marked[start..(start + length)]).Trimmed(..);
}
