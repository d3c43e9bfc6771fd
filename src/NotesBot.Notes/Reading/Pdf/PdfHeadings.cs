using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Tells which lines are headings: by bookmark, size, weight and numbering of whole lines, never of words within a sentence.</summary>
internal sealed partial class PdfHeadings(IReadOnlyList<PdfLine> lines, PdfTypography typography, PdfOutline outline)
{
    private const int MaxLines = 3;
    private const int MaxLength = 180;
    private const int MaxWords = 22;
    private const double Larger = 1.13;

    /// <summary>How many lines from one that begins a block on are a heading; 0 when it is none.</summary>
    internal int LinesFrom(int index)
    {
        var line = lines[index];
        if (line.IsFixed && !typography.IsFixed || PdfCharacters.Bullets.Contains(line.Words[0].Text[0]))
        {
            return 0;
        }

        var count = SameLook(index);
        for (var some = Math.Min(count, MaxLines); some > 0; some--)
        {
            if (outline.LevelOf(TextOf(index, some), line.Page) is not null)
            {
                return some;
            }
        }

        if (count > MaxLines || !IsTitle(TextOf(index, count), line))
        {
            return 0;
        }

        var stands = line.Size >= typography.Size * Larger || IsBoldBlock(index, count) || count == 1 && IsPlain(index);
        return stands ? count : 0;
    }

    private string TextOf(int index, int count) => string.Join(' ', lines.Skip(index).Take(count).Select(line => line.Text));

    /// <summary>Lines below one another that look alike, as those of a long heading do.</summary>
    private int SameLook(int index)
    {
        var count = 1;
        while (index + count < lines.Count && IsAlike(lines[index + count - 1], lines[index + count]))
        {
            count++;
        }

        return count;
    }

    private bool IsAlike(PdfLine line, PdfLine next) =>
        line.Region == next.Region && Math.Abs(line.Size - next.Size) < 0.03 * line.Size && line.IsBold == next.IsBold
        && line.Baseline - next.Baseline < Math.Max(1.35, typography.Leading * 1.15) * line.Size
        && !Number().IsMatch(next.Text) && !PdfCharacters.Bullets.Contains(next.Words[0].Text[0]);

    /// <summary>Bold lines that no other text of the same block follows.</summary>
    private bool IsBoldBlock(int index, int count)
    {
        var last = lines[index + count - 1];
        if (!last.IsBold || typography.IsBold || last.Size < typography.Size * 0.75)
        {
            return false;
        }

        return index + count == lines.Count || !Follows(last, lines[index + count]) || !PdfTypography.IsFull(last, lines[index + count]);
    }

    /// <summary>A line by itself, in the weight of the text, that is numbered like a section or in capitals.</summary>
    private bool IsPlain(int index)
    {
        var line = lines[index];
        var alone = (index == 0 || !Follows(lines[index - 1], line)) && (index + 1 == lines.Count || !Follows(line, lines[index + 1]));
        return alone && line.Size >= typography.Size * 0.9
            && (Section().IsMatch(line.Text) || IsCapitals(line.Text) || line.IsItalic && Number().IsMatch(line.Text));
    }

    private bool Follows(PdfLine line, PdfLine next) => line.Region == next.Region && typography.IsClose(line, next);

    private static bool IsCapitals(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        return letters.Count >= 5 && letters.TrueForAll(char.IsUpper) && text.Contains(' ') | letters.Count >= 7;
    }

    private static bool IsTitle(string text, PdfLine line)
    {
        var letters = line.Words.Where(word => !word.Look.IsMath).Sum(word => word.Text.Count(char.IsLetter));
        return letters >= 2 && letters * 3 > text.Length && line.Cells.Count < 3 && text.Length <= MaxLength && text.Count(letter => letter == ' ') < MaxWords
            && text[^1] is not (',' or ';') && !PdfFlow.Caption().IsMatch(text) && !(text[^1] == '.' && text.Count(letter => letter == ' ') >= 5);
    }

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2})+\.?|[IVX]{1,5}\.|[A-Z]\.\d{1,2}\.?|(Chapter|Section|Lecture|Week|Module|Part|Appendix|Kapitel|Teil)\s+\w{1,4}\b)\s*\p{Lu}?")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2})*[.)]?|[IVX]{1,5}\.|[A-Z]\.)\s+\p{Lu}")]
    private static partial Regex Number();
}
