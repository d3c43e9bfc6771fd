namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Finds columns, and so the order in which a page is read.</summary>
/// <remarks>Remembers where the columns of earlier pages were parted: the last page has few lines to find it by.</remarks>
internal sealed class PdfReadingOrder
{
    /// <summary>Least share of the width that a column has.</summary>
    private const double MinColumn = 0.18;
    private const int MinLines = 3;
    private const int MinLetters = 40;
    private const int MaxColumnsDeep = 3;
    private const double MaxSteps = 1_000;

    private readonly List<double> _gutters = [];

    /// <summary>The lines of a page as a person reads them.</summary>
    internal List<PdfLine> Lines(PdfPage page)
    {
        if (page.Words.Count == 0)
        {
            return [];
        }

        var regions = new List<List<Segment>>();
        Divide(Segments(page.Words), regions, MaxColumnsDeep);
        return [.. regions.SelectMany(region => PdfLines.Of(page, [.. region.SelectMany(segment => segment.Words)]))];
    }

    /// <summary>Words of one height without a gap that could part columns.</summary>
    private static List<Segment> Segments(List<PdfWord> words)
    {
        var segments = new List<Segment>();
        foreach (var row in PdfRows.Of(words))
        {
            var gaps = GapsOf(row);
            for (var at = 0; at < row.Count; at++)
            {
                if (at == 0 || gaps[at] > 0.65 * Math.Max(row[at].Size, segments[^1].Size) && !IsStretched(gaps, at, row[at].Size))
                {
                    segments.Add(new Segment());
                }

                segments[^1].Add(row[at]);
            }
        }

        return segments;
    }

    /// <summary>What is free before each word of a row; nothing before the first.</summary>
    private static List<double> GapsOf(List<PdfWord> row)
    {
        var gaps = new List<double>();
        var right = row[0].Left;
        foreach (var word in row)
        {
            gaps.Add(word.Left - right);
            right = Math.Max(right, word.Right);
        }

        return gaps;
    }

    /// <summary>A justified line has the same wide space before the next word, or had it before the last one.</summary>
    private static bool IsStretched(List<double> gaps, int at, double size) =>
        gaps[at] < 1.8 * size && (IsSame(gaps, at, at + 1) || at > 1 && IsSame(gaps, at, at - 1));

    private static bool IsSame(List<double> gaps, int at, int other) => other < gaps.Count && Math.Abs(gaps[at] - gaps[other]) < 0.3;

    private void Divide(List<Segment> segments, List<List<Segment>> regions, int depth)
    {
        if (depth == 0 || (GutterOf(segments) ?? KnownGutter(segments)) is not { } gutter)
        {
            regions.Add(segments);
            return;
        }

        var isKnown = _gutters.Exists(known => Math.Abs(known - gutter) < 12);
        var whole = new List<Segment>();
        foreach (var zone in Zones(segments, gutter))
        {
            if (!IsColumns(zone, gutter) && !(isKnown && IsRestOfColumns(zone, gutter)))
            {
                whole.AddRange(zone);
                continue;
            }

            _gutters.Add(gutter);
            Flush(whole, regions);
            Divide([.. zone.Where(segment => segment.Left < gutter)], regions, depth - 1);
            Divide([.. zone.Where(segment => segment.Left >= gutter)], regions, depth - 1);
        }

        Flush(whole, regions);
    }

    private static void Flush(List<Segment> whole, List<List<Segment>> regions)
    {
        if (whole.Count > 0)
        {
            regions.Add([.. whole]);
            whole.Clear();
        }
    }

    /// <summary>The line from top to bottom that the fewest segments cross, with text on both sides.</summary>
    private static double? GutterOf(List<Segment> segments)
    {
        var left = segments.Min(segment => segment.Left);
        var right = segments.Max(segment => segment.Right);
        var width = right - left;
        var best = (Crossing: int.MaxValue, Balance: 0, From: 0.0, To: 0.0);
        for (var x = left + (width * MinColumn); x <= right - (width * MinColumn); x += Math.Max(1, width / MaxSteps))
        {
            var onLeft = segments.Count(segment => segment.Right <= x + 1);
            var onRight = segments.Count(segment => segment.Left >= x - 1);
            var crossing = segments.Count - onLeft - onRight;
            var balance = Math.Min(onLeft, onRight);
            if (balance < MinLines || crossing > best.Crossing || crossing == best.Crossing && balance < best.Balance)
            {
                continue;
            }

            var goesOn = crossing == best.Crossing && balance == best.Balance && x - best.To < 1.5;
            best = (crossing, balance, goesOn ? best.From : x, x);
        }

        return best.Balance < MinLines ? null : (best.From + best.To) / 2;
    }

    /// <summary>Stretches from top to bottom: between two segments that cross the gutter, and those segments themselves.</summary>
    private static List<List<Segment>> Zones(List<Segment> segments, double gutter)
    {
        var zones = new List<List<Segment>>();
        List<Segment>? open = null;
        foreach (var segment in segments.OrderByDescending(segment => segment.Baseline))
        {
            if (segment.Left < gutter - 1 && segment.Right > gutter + 1)
            {
                zones.Add([segment]);
                open = null;
                continue;
            }

            if (open is null)
            {
                zones.Add(open = []);
            }

            open.Add(segment);
        }

        return zones;
    }

    private static bool IsColumns(List<Segment> zone, double gutter)
    {
        var left = zone.Where(segment => segment.Left < gutter).ToList();
        var right = zone.Where(segment => segment.Left >= gutter).ToList();
        return IsColumn(left) && IsColumn(right) && !IsTable(left, right);
    }

    private static bool IsColumn(List<Segment> side) =>
        side.Select(segment => Math.Round(segment.Baseline / 3)).Distinct().Count() >= MinLines && side.Sum(segment => segment.Letters) >= MinLetters;

    /// <summary>The gutter of an earlier page, if text stands on both sides of it.</summary>
    private double? KnownGutter(List<Segment> segments) => _gutters.Count == 0 ? null : _gutters.GroupBy(gutter => Math.Round(gutter / 4))
        .MaxBy(same => same.Count())!.Select(gutter => (double?)gutter)
        .FirstOrDefault(gutter => segments.Exists(segment => segment.Right < gutter) && segments.Exists(segment => segment.Left > gutter));

    /// <summary>The few last lines of columns, below the columns or on the last page: both sides have running text.</summary>
    private static bool IsRestOfColumns(List<Segment> zone, double gutter)
    {
        var left = zone.Where(segment => segment.Left < gutter).ToList();
        var right = zone.Where(segment => segment.Left >= gutter).ToList();
        return left.Count > 0 && right.Count > 0
            && left.Exists(segment => segment.Letters >= MinLetters) && right.Exists(segment => segment.Letters >= MinLetters);
    }

    /// <summary>In a table the sides share their lines, and have short texts or several in a line.</summary>
    private static bool IsTable(List<Segment> left, List<Segment> right)
    {
        var (few, many) = left.Count < right.Count ? (left, right) : (right, left);
        var aligned = few.Count(one => many.Exists(other => Math.Abs(one.Baseline - other.Baseline) < 1)) / (double)few.Count;
        return aligned > 0.85 && !(HasBullets(left) && HasBullets(right)) && (Fill(few) < 0.6 || HasCells(left) || HasCells(right));
    }

    private static bool HasCells(List<Segment> side)
    {
        var lines = side.Select(segment => Math.Round(segment.Baseline)).Distinct().Count();
        return side.Count > 1.7 * lines || side.Average(segment => segment.Letters) < 14;
    }

    private static double Fill(List<Segment> side)
    {
        var width = side.Max(segment => segment.Right) - side.Min(segment => segment.Left);
        var lines = side.GroupBy(segment => Math.Round(segment.Baseline)).ToList();
        return width <= 0 ? 1 : lines.Average(line => (line.Max(segment => segment.Right) - line.Min(segment => segment.Left)) / width);
    }

    private static bool HasBullets(List<Segment> side) => side.Exists(segment => PdfCharacters.Bullets.Contains(segment.Words[0].Text[0]));

    private sealed class Segment
    {
        internal List<PdfWord> Words { get; } = [];

        internal double Left { get; private set; } = double.MaxValue;

        internal double Right { get; private set; } = double.MinValue;

        internal double Baseline => Words[0].Baseline;

        internal double Size { get; private set; }

        internal int Letters { get; private set; }

        internal void Add(PdfWord word)
        {
            Words.Add(word);
            Left = Math.Min(Left, word.Left);
            Right = Math.Max(Right, word.Right);
            Size = Math.Max(Size, word.Size);
            Letters += word.Text.Length;
        }
    }
}
