using Microsoft.Extensions.Logging;
using NotesBot.Notes;
using NotesBot.Notes.Links;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>A library that is also kept fresh: the one writer of its index.</summary>
public sealed class FreshLibrary : ILibrary
{
    private static readonly TimeSpan MaxPictureWait = TimeSpan.FromSeconds(1);

    private readonly PassageIndexWriter _index;
    private readonly INotesSource _source;
    private readonly NotesIndexer _indexer;
    private readonly LiveSearcher _searcher;
    private readonly LibraryMetrics _metrics;
    private readonly LibraryVitals _vitals;
    private readonly LibraryTools _tools;

    private FreshLibrary(LibraryOptions options, PassageIndexWriter index, INotesSource source, LibraryTools tools)
    {
        (_index, _source, _tools) = (index, source, tools);
        _indexer = new NotesIndexer(source, options.Notes, index, tools);
        _vitals = new LibraryVitals(tools.Time);
        _searcher = new LiveSearcher(index.Searcher, _vitals);
        _metrics = new LibraryMetrics(_searcher, options.IndexPath, tools.Time);
        Model = options.Search.Model;
        Links = new NoteLinks(options.Notes, () => index.Searcher.Library.Version);
    }

    /// <inheritdoc/>
    /// <remarks>Until there is a whole index it says how far it is, instead of answering from half of the notes.</remarks>
    public IPassageSearcher Searcher => _searcher;

    /// <inheritdoc/>
    public NoteLinks Links { get; }

    /// <summary>Whether there is a whole index to answer from.</summary>
    public bool IsReady => _searcher.IsReady;

    /// <summary>Why it is not well though it answers, a sentence: its worker is stuck, or its answers hang; else <see langword="null"/>.</summary>
    public string? Fault => _vitals.Fault;

    /// <summary>Why the index was begun anew when it was opened, a sentence; <see langword="null"/> when it was not.</summary>
    public string? Restarted => _index.Restarted;

    /// <summary>Opens the index as its one writer.</summary>
    /// <param name="options">Which notes, and where the index is.</param>
    /// <param name="source">Where the notes come from; the library disposes of it.</param>
    /// <param name="tools">What it works with.</param>
    /// <param name="anew">Whether to begin anew whatever is there.</param>
    /// <exception cref="IndexLockedException">Another process writes to it.</exception>
    /// <exception cref="IndexUnavailableException">Its folder cannot be made or written.</exception>
    public static FreshLibrary Open(LibraryOptions options, INotesSource source, LibraryTools tools, bool anew = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tools);
        try
        {
            var logger = tools.Loggers.CreateLogger<PassageIndexWriter>();
            var index = anew
                ? PassageIndexWriter.Begin(options.IndexPath, options.Source, logger, options.Search)
                : PassageIndexWriter.Open(options.IndexPath, options.Source, logger, options.Search);
            return new FreshLibrary(options, index, source, tools);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException($"The index {options.IndexPath} cannot be written: {exception.Message}");
        }
    }

    /// <summary>One look through the newest notes: reads what changed, drops what is gone. Not to be called twice at once.</summary>
    /// <exception cref="NotesUnavailableException">The notes are not there: the index stays as it is.</exception>
    /// <exception cref="IndexWriteException">The index cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: of a first reading what was read is kept, of a later one nothing.</exception>
    public async Task<RefreshSummary> RefreshAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = await _indexer.RefreshAsync(newest: true, progress, cancellationToken);
        _searcher.Open();
        return summary;
    }

    /// <summary>The sentence model with how far its vectors are; <see langword="null"/> where words alone answer.</summary>
    public ISentenceModel? Model { get; }

    /// <summary>Makes the vectors that passages lack, on a thread of its own that gives way to everything else.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: what was made is kept.</exception>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public Task MakeVectorsAsync(IProgress<VectorProgress>? progress, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            Model?.Make(_index.Texts, progress, cancellationToken);
        },
        cancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Keeps the index at what the notes say, until it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; it ends in no other way.</exception>
    public Task KeepFreshAsync(CancellationToken cancellationToken)
    {
        var vectors = new VectorWorker(this, _tools);
        var parts = new LibraryParts(_source, _indexer, _index, _searcher);
        var worker = new LibraryWorker(parts, _metrics, _vitals, _tools) { Changed = vectors.Nudge };
        return Task.WhenAll(worker.RunAsync(cancellationToken), vectors.RunAsync(cancellationToken));
    }

    /// <inheritdoc/>
    /// <remarks>A repository that is being read is not waited for long.</remarks>
    public async Task<byte[]?> ReadPictureAsync(string path, long maxBytes, CancellationToken cancellationToken)
    {
        using var soon = new CancellationTokenSource(MaxPictureWait, _tools.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(soon.Token, cancellationToken);
        try
        {
            using var notes = await _source.OpenAsync(newest: false, either.Token);
            return notes.Folder.ReadPicture(path, maxBytes);
        }
        catch (Exception exception) when (exception is NotesUnavailableException
            || (exception is OperationCanceledException && soon.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>The notes have changed, somebody says.</summary>
    public void Nudge() => _source.Nudge();

    /// <inheritdoc/>
    public void Dispose()
    {
        Links.Dispose();
        _metrics.Dispose();
        _source.Dispose();
        _index.Dispose();
    }
}
