using System.Globalization;

namespace NotesBot.Soak;

/// <summary>What the bot held at a time.</summary>
internal sealed record Sample(TimeSpan At, Holdings Holdings);

/// <summary>What a soak showed.</summary>
internal sealed class SoakReport
{
    private const int Shown = 20;
    private readonly List<string> _lines = [];

    public SoakReport(
        int questions, double[] latencies, double[] stale, IReadOnlyList<double> fetches, IReadOnlyList<Sample> samples, IEnumerable<string> faults)
    {
        _lines.Add($"{questions} questions, {latencies.Length} replies: {Quantiles(latencies)}");
        _lines.Add($"{fetches.Count} commits, told to fetched: {Quantiles(fetches)}");
        _lines.Add($"{stale.Length} replies still showed what a fetch had just taken away: {Quantiles(stale)} after it");
        var grown = new List<string>();
        grown.AddRange(Compare(samples, "memory", holdings => holdings.Memory, room: 48 << 20));
        grown.AddRange(Compare(samples, "handles", holdings => holdings.Handles, room: 20));
        grown.AddRange(Compare(samples, "threads", holdings => holdings.Threads, room: 20));
        grown.AddRange(Compare(samples, "index", holdings => holdings.Index, room: 2 << 20));
        grown.AddRange(Compare(samples, "clone", holdings => holdings.CloneFolder, room: 1 << 20));
        Faults = [.. faults, .. grown];
    }

    /// <summary>What must not be.</summary>
    public IReadOnlyList<string> Faults { get; }

    public override string ToString() =>
        string.Join('\n', [.. _lines, $"{Faults.Count} faults", .. Faults.Take(Shown).Select(fault => "  " + fault)]);

    /// <summary>Flat is: at the end no more than after the beginning, and a quarter and some room for chance over it.</summary>
    private IEnumerable<string> Compare(IReadOnlyList<Sample> samples, string name, Func<Holdings, long> value, long room)
    {
        var values = samples.Select(sample => value(sample.Holdings)).Where(number => number >= 0).ToList();
        if (values.Count < 10)
        {
            return [$"{name}: only {values.Count} samples"];
        }

        var early = Median(values.Skip(values.Count / 5).Take(values.Count / 5));
        var late = Median(values.Skip(values.Count * 4 / 5));
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {early:N0} early, {late:N0} late, {values.Max():N0} most"));
        return late <= (early * 5 / 4) + room ? [] : [$"{name} grew from {early:N0} to {late:N0}"];
    }

    private static long Median(IEnumerable<long> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static string Quantiles(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture,
            $"p50 {sorted[sorted.Count / 2]:0} ms, p99 {sorted[sorted.Count * 99 / 100]:0} ms, most {sorted[^1]:0} ms");
    }
}
