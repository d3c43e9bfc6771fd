using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>Plain text: paragraphs between blank lines, lists, and the headings that people underline, number or capitalise.</summary>
internal static partial class PlainTextReader
{
    /// <summary>Lines of a paragraph that is nowhere longer than this were ended on purpose.</summary>
    private const int ShortLine = 60;

    private const int MaxHeading = 80;

    /// <summary>Reads a text file.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        var blocks = new List<NoteBlock>();
        var paragraph = new List<string>();
        var line = 0;
        foreach (var text in source.Text.EnumerateLines())
        {
            line++;
            if (text.IsWhiteSpace())
            {
                Add(blocks, paragraph, line - 1);
            }
            else
            {
                paragraph.Add(text.TrimEnd().ToString());
            }
        }

        Add(blocks, paragraph, line);
        return new NoteDocument { Path = source.Path, Blocks = blocks };
    }

    private static void Add(List<NoteBlock> blocks, List<string> lines, int lastLine)
    {
        var first = lastLine - lines.Count + 1;
        if (lines.Count > 1 && Underline().Match(lines[1]) is { Success: true } mark && IsTitle(lines[0]))
        {
            blocks.Add(new HeadingNote(mark.Value.TrimStart()[0] == '=' ? 1 : 2, PlainText.OneLine(lines[0]), null, [], new NotePlace(first, first + 1)));
            lines.RemoveRange(0, 2);
            first += 2;
        }

        if (lines.Count > 0)
        {
            blocks.Add(BlockOf(lines, new NotePlace(first, lastLine)));
            lines.Clear();
        }
    }

    private static NoteBlock BlockOf(List<string> lines, NotePlace place)
    {
        if (lines is [var only] && LevelOf(only.Trim()) is { } level)
        {
            return new HeadingNote(level, PlainText.OneLine(only), null, [], place);
        }

        if (lines.Count > 1 && Bullet().IsMatch(lines[0]))
        {
            return ListOf(lines, place);
        }

        var isWrapped = lines.Exists(line => line.Length > ShortLine);
        return new ParagraphNote(PlainText.Clean(string.Join(isWrapped ? PlainText.SoftBreak : '\n', lines)), IsBold: false, LinksIn(lines), place);
    }

    private static ListNote ListOf(List<string> lines, NotePlace place)
    {
        var items = new List<ListNoteItem>();
        for (var i = 0; i < lines.Count; i++)
        {
            var bullet = Bullet().Match(lines[i]);
            var line = place.Line + i;
            if (!bullet.Success)
            {
                items[^1] = items[^1] with { Text = $"{items[^1].Text} {PlainText.Clean(lines[i])}", Place = items[^1].Place with { EndLine = line } };
                continue;
            }

            var depth = Math.Min(bullet.Groups["indent"].Value.Replace("\t", "  ", StringComparison.Ordinal).Length / 2, 6);
            var number = int.TryParse(bullet.Groups["number"].Value, out var value) ? value : (int?)null;
            items.Add(new ListNoteItem(depth, number, PlainText.Clean(lines[i][bullet.Length..]), LinksIn([lines[i]]), new NotePlace(line, line)));
        }

        return new ListNote(items, place);
    }

    private static List<string> LinksIn(List<string> lines) => [.. lines.SelectMany(line => Link().Matches(line)).Select(match => match.Value)];

    private static bool IsTitle(string line) => line.Length <= MaxHeading && line.Any(char.IsLetter);

    /// <summary>"2.1 Title" is of the second level, "TITLE" of the first.</summary>
    private static int? LevelOf(string line)
    {
        if (!IsTitle(line) || line[^1] is '.' or ',' or ';' or ':')
        {
            return null;
        }

        var number = Numbered().Match(line);
        var isLoud = line.Count(char.IsLetter) > 2 && !line.Any(char.IsLower);
        return number.Success ? Math.Min(number.Groups["part"].Captures.Count, 6) : isLoud ? 1 : null;
    }

    [GeneratedRegex(@"^\s*(={3,}|-{3,}|~{3,})\s*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?<part>\d{1,2})(\.(?<part>\d{1,2}))*[.)]?\s+\p{Lu}", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<indent>[ \t]*)([-*•+–]|(?<number>\d{1,3})[.)])[ \t]+(?=\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)]")]
    private static partial Regex Link();
}
