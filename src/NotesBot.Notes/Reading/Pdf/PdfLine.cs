namespace NotesBot.Notes.Reading.Pdf;

/// <summary>A stretch of a page that is read from top to bottom: a column, or the whole width.</summary>
/// <param name="Page">Its page, from 1.</param>
/// <param name="Left">Where its lines begin.</param>
/// <param name="Right">Where its longest line ends.</param>
internal sealed record PdfRegion(int Page, double Left, double Right);

/// <summary>A line of text as a person sees it.</summary>
internal sealed class PdfLine
{
    private readonly bool _hasSpaces;

    internal PdfLine(PdfRegion region, IReadOnlyList<PdfWord> words, bool hasSpaces)
    {
        Region = region;
        Words = words;
        _hasSpaces = hasSpaces;
        Left = words[0].Left;
        Right = words.Max(word => word.Right);
        var main = words.GroupBy(word => (Math.Round(word.Size, 1), Math.Round(word.Baseline, 1)))
            .MaxBy(group => group.Sum(word => word.Text.Length))!.First();
        Size = main.Size;
        Baseline = main.Baseline;
        var fromRight = RightToLeft.IsMost(words.Select(word => word.Text));
        Cells = [.. PdfCells.Of(words, Size, hasSpaces).Select(cell => fromRight ? cell with { Text = RightToLeft.Read(cell.Text) } : cell)];
        Text = string.Join(' ', (fromRight ? Cells.Reverse() : Cells).Select(cell => cell.Text));
    }

    internal PdfRegion Region { get; }

    internal int Page => Region.Page;

    /// <summary>From left to right.</summary>
    internal IReadOnlyList<PdfWord> Words { get; }

    /// <summary>The words in groups with wide gaps between them; one for running text.</summary>
    internal IReadOnlyList<PdfCell> Cells { get; }

    internal string Text { get; }

    internal double Left { get; }

    internal double Right { get; }

    internal double Baseline { get; }

    /// <summary>Size of most of its letters.</summary>
    internal double Size { get; }

    internal IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Whether all its words are bold; signs and formulas do not count.</summary>
    internal bool IsBold => All(word => word.Look.IsBold);

    internal bool IsItalic => All(word => word.Look.IsItalic);

    /// <summary>Whether all its words are in a fixed-width font.</summary>
    internal bool IsFixed => All(word => word.Look.IsFixed);

    /// <summary>The line without its first words; <see langword="null"/> when nothing is left.</summary>
    internal PdfLine? Skip(int words) => words >= Words.Count ? null : With([.. Words.Skip(words)]);

    /// <summary>The line with other words.</summary>
    internal PdfLine With(IReadOnlyList<PdfWord> words) => new(Region, words, _hasSpaces) { Links = Links };

    private bool All(Func<PdfWord, bool> has)
    {
        var counted = Words.Where(word => !word.Look.IsMath && word.Text.Any(char.IsLetterOrDigit)).ToList();
        return counted.Count > 0 ? counted.TrueForAll(word => has(word)) : Words.All(has);
    }
}

/// <summary>Words that stand together in a line.</summary>
internal sealed record PdfCell(string Text, double Left, double Right);

/// <summary>Puts words of a line together, with spaces where they were.</summary>
internal static class PdfCells
{
    /// <summary>A wider gap, in sizes of the font, is no space but an alignment.</summary>
    private const double WideGap = 1.8;

    internal static List<PdfCell> Of(IReadOnlyList<PdfWord> words, double size, bool hasSpaces)
    {
        var cells = new List<PdfCell>();
        var text = new System.Text.StringBuilder(words[0].Text);
        var left = words[0].Left;
        var right = words[0].Right;
        foreach (var (before, word) in words.Zip(words.Skip(1)))
        {
            var gap = word.Left - right;
            if (gap > WideGap * size)
            {
                cells.Add(new PdfCell(text.ToString(), left, right));
                text.Clear();
                left = word.Left;
            }
            else if (IsSpace(before, word, gap, hasSpaces))
            {
                text.Append(' ');
            }

            text.Append(word.Text);
            right = Math.Max(right, word.Right);
        }

        cells.Add(new PdfCell(text.ToString(), left, right));
        return cells;
    }

    private static bool IsSpace(PdfWord before, PdfWord word, double gap, bool hasSpaces)
    {
        var size = Math.Min(before.Size, word.Size);
        return word.SpaceBefore && gap > -0.3 * size || gap > (hasSpaces ? 0.2 : 0.16) * size;
    }
}
