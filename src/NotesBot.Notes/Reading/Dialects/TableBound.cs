using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>
/// The parser fills each row of a table up to its widest: a small file of one wide row and many short ones costs gigabytes. Such a table is
/// read as lines, without being one.
/// </summary>
internal static partial class TableBound
{
    /// <summary>Cells that any table may have.</summary>
    private const int MaxCells = 20_000;

    /// <summary>Cells that a table may have for each UTF-16 unit of its text.</summary>
    private const int MaxCellsPerLetter = 2;

    /// <summary>Blanks the marks of tables that are mostly empty, so that each offset of the text stays.</summary>
    internal static void Blank(char[] text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = EndOfParagraph(text, start);
            if (IsMostlyEmpty(text.AsSpan(start, end - start)))
            {
                text.AsSpan(start, end - start).Replace('|', ' ');
                BlankDelimiters(text.AsSpan(start, end - start));
            }

            start = end + 1;
        }
    }

    private static bool IsMostlyEmpty(ReadOnlySpan<char> paragraph)
    {
        var (widest, rows) = (0L, 0L);
        foreach (var line in paragraph.EnumerateLines())
        {
            widest = Math.Max(widest, line.Count('|') + 1);
            rows++;
        }

        return widest * rows > MaxCells && widest * rows > (long)paragraph.Length * MaxCellsPerLetter;
    }

    private static int EndOfParagraph(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf('\n');
            var line = length < 0 ? text[at..] : text.Slice(at, length);
            if (line.IsWhiteSpace() || length < 0)
            {
                return at + line.Length;
            }

            at += length + 1;
        }

        return text.Length;
    }

    private static void BlankDelimiters(Span<char> table)
    {
        foreach (var row in Delimiters().EnumerateMatches(table))
        {
            table.Slice(row.Index, row.Length).Fill(' ');
        }
    }

    [GeneratedRegex(@"^[ \t>:-]*-[ \t>:-]*$", RegexOptions.Multiline)]
    private static partial Regex Delimiters();
}
