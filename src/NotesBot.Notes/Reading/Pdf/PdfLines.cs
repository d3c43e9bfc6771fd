namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts the words of a region together to lines. Small raised and lowered signs belong to the line beside them.</summary>
internal static class PdfLines
{
    /// <summary>The lines from top to bottom.</summary>
    internal static List<PdfLine> Of(PdfPage page, IReadOnlyCollection<PdfWord> words)
    {
        var drafts = new Drafts();
        foreach (var word in words.OrderByDescending(word => word.Size).ThenByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            drafts.Add(word);
        }

        var region = new PdfRegion(page.Number, words.Min(word => word.Left), words.Max(word => word.Right));
        return [.. drafts.All.Select(draft => Line(page, region, draft)).OrderByDescending(line => line.Baseline).ThenBy(line => line.Left)];
    }

    private static PdfLine Line(PdfPage page, PdfRegion region, List<PdfWord> words)
    {
        words.Sort((one, other) => one.Left.CompareTo(other.Left));
        var size = words.Max(word => word.Size);
        var (low, high) = (words[0].Baseline - (0.3 * size), words[0].Baseline + size);
        var links = page.Links.Where(link => (link.Bottom + link.Top) / 2 is var middle && middle > low && middle < high
                && link.Left < words[^1].Right && link.Right > words[0].Left)
            .Select(link => link.Target).Distinct().ToList();
        return new PdfLine(region, words, page.HasSpaces) { Links = links };
    }

    /// <summary>Lines in the making, found by their height on the page.</summary>
    private sealed class Drafts
    {
        private const double Band = 4;
        private readonly Dictionary<int, List<List<PdfWord>>> _bands = [];

        internal List<List<PdfWord>> All { get; } = [];

        internal void Add(PdfWord word)
        {
            var line = Near(word, 0.15).FirstOrDefault(line => SameBaseline(line, word))
                ?? Near(word, 1.1).FirstOrDefault(line => IsScriptOf(line, word));
            if (line is not null)
            {
                line.Add(word);
                return;
            }

            line = [word];
            All.Add(line);
            var band = (int)Math.Floor(word.Baseline / Band);
            (_bands.TryGetValue(band, out var lines) ? lines : _bands[band] = []).Add(line);
        }

        /// <summary>Lines whose first word, the largest, is at most some sizes away.</summary>
        private IEnumerable<List<PdfWord>> Near(PdfWord word, double sizes)
        {
            var reach = Math.Max(word.Size * sizes * 2, 2);
            var last = (int)Math.Floor((word.Baseline + reach) / Band);
            for (var band = (int)Math.Floor((word.Baseline - reach) / Band); band <= last; band++)
            {
                foreach (var line in _bands.TryGetValue(band, out var lines) ? lines : [])
                {
                    yield return line;
                }
            }
        }

        private static bool SameBaseline(List<PdfWord> line, PdfWord word) =>
            Math.Abs(line[0].Baseline - word.Baseline) <= Math.Max(0.18 * word.Size, 0.8);

        private static bool IsScriptOf(List<PdfWord> line, PdfWord word)
        {
            var main = line[0];
            return word.Size <= 0.82 * main.Size
                && word.Middle > main.Baseline - (0.45 * main.Size) && word.Middle < main.Baseline + (1.05 * main.Size)
                && line.Exists(other => word.Left < other.Right + (0.6 * main.Size) && word.Right > other.Left - (0.6 * main.Size));
        }
    }
}
