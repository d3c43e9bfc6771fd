namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What is usual in a file: against it, headings and breaks stand out.</summary>
internal sealed class PdfTypography
{
    private const double UsualLeading = 1.25;
    private readonly List<PdfRegion> _regions;

    internal PdfTypography(IReadOnlyList<PdfLine> lines)
    {
        var letters = Math.Max(1, lines.Sum(line => line.Text.Length));
        IsFixed = lines.Where(line => line.IsFixed).Sum(line => line.Text.Length) > letters * 0.7;
        var prose = lines.Where(line => IsFixed || !line.IsFixed).ToList();
        Size = prose.GroupBy(line => Math.Round(line.Size * 2) / 2).MaxBy(size => size.Sum(line => line.Text.Length))?.Key ?? 10;
        IsBold = prose.Where(line => line.IsBold).Sum(line => line.Text.Length) > letters * 0.5;
        Leading = LeadingOf(lines);
        _regions = [.. lines.Select(line => line.Region).Distinct()];
    }

    /// <summary>Size of most letters, rounded to half points.</summary>
    internal double Size { get; }

    /// <summary>Whether most text is bold, so that bold says nothing.</summary>
    internal bool IsBold { get; }

    /// <summary>Whether most text is in a fixed-width font, so that it says nothing.</summary>
    internal bool IsFixed { get; }

    /// <summary>Distance of two lines of one paragraph, in sizes of the font.</summary>
    internal double Leading { get; }

    /// <summary>Whether the distance of two lines is that of a paragraph's lines.</summary>
    internal bool IsClose(PdfLine line, PdfLine next) =>
        line.Baseline - next.Baseline <= (Leading * 1.28 * Math.Max(line.Size, next.Size)) + 0.3;

    /// <summary>How far a place lies right of its column's edge; the edge is that of the same column on all pages.</summary>
    internal double Indent(PdfRegion region, double x)
    {
        var reach = 6 * Size;
        return x - _regions.Where(other => Math.Abs(other.Left - region.Left) < reach && other.Left <= region.Left).Min(other => other.Left);
    }

    /// <summary>Whether a line goes on as far as its column, so that its sentence was not ended by choice.</summary>
    internal static bool IsFull(PdfLine line, PdfLine next)
    {
        var room = line.Region.Right - line.Right;
        var word = next.Words[0];
        return room < (word.Right - word.Left) + (1.2 * line.Size);
    }

    private static double LeadingOf(IReadOnlyList<PdfLine> lines)
    {
        var ratios = lines.Zip(lines.Skip(1))
            .Where(pair => pair.First.Region == pair.Second.Region && Math.Abs(pair.First.Size - pair.Second.Size) < 0.3 && !pair.First.IsFixed)
            .Where(pair => IsFull(pair.First, pair.Second))
            .Select(pair => (pair.First.Baseline - pair.Second.Baseline) / pair.First.Size)
            .Where(ratio => ratio is > 0.9 and < 2).Order().ToList();
        return ratios.Count < 3 ? UsualLeading : ratios[ratios.Count / 3];
    }
}
