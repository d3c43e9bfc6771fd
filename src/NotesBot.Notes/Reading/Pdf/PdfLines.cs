namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts the words of a region together to lines. Small raised and lowered signs belong to the line beside them.</summary>
internal static class PdfLines
{
    /// <summary>The lines from top to bottom.</summary>
    internal static List<PdfLine> Of(PdfPage page, IReadOnlyCollection<PdfWord> words)
    {
        var drafts = new Drafts(Running(words));
        foreach (var word in words.OrderByDescending(word => word.Size).ThenByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            drafts.Add(word);
        }

        drafts.JoinSatellites();
        var region = new PdfRegion(page.Number, words.Min(word => word.Left), words.Max(word => word.Right));
        return [.. drafts.All.Select(draft => Line(page, region, draft)).OrderByDescending(line => line.Baseline).ThenBy(line => line.Left)];
    }

    /// <summary>Words of a small text that runs on beside large letters: no scripts of these, as a figure with its legend has them.</summary>
    private static HashSet<PdfWord> Running(IReadOnlyCollection<PdfWord> words)
    {
        var running = new HashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        foreach (var row in words.GroupBy(word => (Math.Round(word.Size * 2), Math.Round(word.Baseline))).Where(row => row.Count() >= 3))
        {
            var plain = row.Where(word => !word.Look.IsMath && word.Text.Any(char.IsLetter)).ToList();
            running.UnionWith(plain.Count >= 3 && plain.Sum(word => word.Text.Length) >= 12 ? row : []);
        }

        return running;
    }

    private static PdfLine Line(PdfPage page, PdfRegion region, List<PdfWord> words)
    {
        words = [.. words.OrderBy(word => word.Left)];
        var size = words.Max(word => word.Size);
        var (low, high) = (words[0].Baseline - (0.3 * size), words[0].Baseline + size);
        var links = page.Links.Where(link => (link.Bottom + link.Top) / 2 is var middle && middle > low && middle < high
                && link.Left < words[^1].Right && link.Right > words[0].Left)
            .Select(link => link.Target).Distinct().ToList();
        return new PdfLine(region, words, page.HasSpaces) { Links = links };
    }

    /// <summary>Lines in the making, found by their height on the page.</summary>
    private sealed class Drafts(HashSet<PdfWord> running)
    {
        private const double Band = 4;
        private readonly Dictionary<int, List<List<PdfWord>>> _bands = [];

        internal List<List<PdfWord>> All { get; } = [];

        internal void Add(PdfWord word)
        {
            var line = Near(word, 0.15).FirstOrDefault(line => SameBaseline(line, word))
                ?? (running.Contains(word) ? null : Near(word, 1.1).FirstOrDefault(line => IsScriptOf(line, word)));
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

        /// <summary>Limits of sums and arrows under "lim" are lines for themselves by their height, but belong into the line beside them.</summary>
        internal void JoinSatellites()
        {
            foreach (var satellite in All.Where(IsSmall).ToList())
            {
                var main = Near(satellite[0], 1.6).Where(line => line != satellite && !IsSmall(line) && IsBeside(line, satellite))
                    .MinBy(line => Math.Abs(line[0].Middle - satellite[0].Middle));
                if (main is not null)
                {
                    main.AddRange(Clusters(satellite).SelectMany(cluster => Hung(cluster, [.. main])).ToList());
                    All.Remove(satellite);
                }
            }
        }

        /// <summary>Words without a gap between them.</summary>
        private static List<List<PdfWord>> Clusters(List<PdfWord> satellite)
        {
            var clusters = new List<List<PdfWord>>();
            foreach (var word in satellite.OrderBy(word => word.Left))
            {
                if (clusters.Count == 0 || word.Left - clusters[^1][^1].Right > 0.8 * word.Size)
                {
                    clusters.Add([]);
                }

                clusters[^1].Add(word);
            }

            return clusters;
        }

        /// <summary>The words of a satellite, read right after the word of the line that they stand over or under.</summary>
        private static List<PdfWord> Hung(List<PdfWord> satellite, List<PdfWord> main)
        {
            var middle = (satellite.Min(word => word.Left) + satellite.Max(word => word.Right)) / 2;
            var host = main.Where(word => (word.Left + word.Right) / 2 <= middle + 1).MaxBy(word => word.Left) ?? main.MinBy(word => word.Left)!;
            return [.. satellite.Select((word, at) => word with { Left = host.Right, Right = host.Right, SpaceBefore = at == 0 })];
        }

        /// <summary>A few signs, none of them a word.</summary>
        private static bool IsSmall(List<PdfWord> line) =>
            line.Sum(word => word.Text.Length) <= 24 && line.TrueForAll(word => word.Look.IsMath || word.Text.Length <= 2)
            && (line.Exists(word => word.Look.IsMath) || line.Sum(word => word.Text.Length) <= 3);

        private static bool IsWord(PdfWord word) => !word.Look.IsMath && word.Text.Count(char.IsLetter) > 3;

        private static bool IsBeside(List<PdfWord> line, List<PdfWord> satellite)
        {
            var (main, small) = (line[0], satellite[0]);
            var isOperator = satellite.TrueForAll(word => !word.Text.Any(char.IsLetterOrDigit)) && line.Exists(word => word.Look.IsMath) && !line.Exists(IsWord);
            var reach = small.Size <= 0.82 * main.Size ? 1.15 : isOperator ? 1.3 : 0;
            return Math.Abs(main.Baseline - small.Baseline) < reach * main.Size
                && line.Min(word => word.Left) < satellite.Max(word => word.Right) && line.Max(word => word.Right) > satellite.Min(word => word.Left);
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
