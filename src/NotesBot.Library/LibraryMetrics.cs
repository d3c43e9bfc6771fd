using System.Diagnostics.Metrics;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>What is counted of the notes and their index, for whoever listens to the meter <c>NotesBot</c>. Safe from many threads.</summary>
public sealed class LibraryMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "NotesBot";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _refresh;
    private readonly Counter<long> _failures;
    private readonly LiveSearcher _searcher;
    private readonly string _indexPath;
    private readonly TimeProvider _time;

    /// <summary>Makes the instruments.</summary>
    internal LibraryMetrics(LiveSearcher searcher, string indexPath, TimeProvider time)
    {
        (_searcher, _indexPath, _time) = (searcher, indexPath, time);
        _refresh = _meter.CreateHistogram<double>("notesbot.refresh.duration", "s", "A look through the notes that changed the index");
        _failures = _meter.CreateCounter<long>("notesbot.refresh.failures", "{refresh}", "Looks through the notes that failed");
        _meter.CreateObservableGauge("notesbot.index.size", IndexBytes, "By", "Files of the index");
        _meter.CreateObservableGauge("notesbot.index.age", AgeSeconds, "s", "Since the notes were last looked through");
        _meter.CreateObservableGauge("notesbot.index.passages", () => OfLibrary(library => library.Passages), "{passage}", "Passages in the index");
        _meter.CreateObservableGauge("notesbot.index.notes", () => OfLibrary(library => library.Notes), "{note}", "Notes with passages");
        _meter.CreateObservableGauge(
            "notesbot.vectors.made", () => OfLibrary(library => library.Model?.Vectors.Made ?? 0), "{passage}", "Passages with a vector");
        _meter.CreateObservableGauge(
            "notesbot.vectors.wanted", () => OfLibrary(library => library.Model?.Vectors.Of ?? 0), "{passage}", "Passages to have a vector");
        _meter.CreateObservableGauge("notesbot.files.failed", () => OfLibrary(library => library.Faults.Count), "{file}", "Files that could not be read");
    }

    /// <summary>The notes were looked through, and the index changed.</summary>
    internal void Refreshed(TimeSpan elapsed) => _refresh.Record(elapsed.TotalSeconds);

    /// <summary>A look through the notes failed.</summary>
    internal void RefreshFailed() => _failures.Add(1);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>Nothing until the first index is complete.</summary>
    private IEnumerable<Measurement<int>> OfLibrary(Func<LibraryState, int> figure) =>
        _searcher.IsReady ? [new Measurement<int>(figure(_searcher.Library))] : [];

    private IEnumerable<Measurement<double>> AgeSeconds() =>
        _searcher.IsReady ? [new Measurement<double>((_time.GetUtcNow() - _searcher.Library.Refreshed).TotalSeconds)] : [];

    private long IndexBytes()
    {
        try
        {
            return new DirectoryInfo(_indexPath).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            // A file of the index that was merged away meanwhile: the next look counts again.
            return 0;
        }
    }
}
