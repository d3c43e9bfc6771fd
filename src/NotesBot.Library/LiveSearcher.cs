using System.Globalization;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>
/// The searcher of a running bot: until there is a whole index it says how far it is, instead of answering from half of the notes. It
/// notices when the index cannot be read.
/// </summary>
internal sealed class LiveSearcher(IPassageSearcher searcher, LibraryVitals vitals) : IPassageSearcher
{
    private volatile IndexingState _state = new(
        searcher.IsComplete() ? null : "The notes are being read for the first time", default);
    private volatile TaskCompletionSource _suspicion = NewSuspicion();

    /// <summary>Whether there is a whole index to answer from.</summary>
    public bool IsReady => _state.Waiting is null;

    /// <inheritdoc/>
    public LibraryState Library => Ask(static index => index.Library);

    /// <summary>Ends when a question could not be answered because reading failed: the index may be damaged.</summary>
    public Task Suspicion => _suspicion.Task;

    /// <summary>From now on questions are answered.</summary>
    public void Open() => _state = new IndexingState(null, default);

    /// <summary>The index was found damaged: until it is whole again, who asks is told so.</summary>
    public void Close() => _state = new IndexingState("The index was damaged and is being built anew", default);

    /// <summary>Writing or reading failed in a way that damage could be behind.</summary>
    public void Suspect() => _suspicion.TrySetResult();

    /// <summary>The index is looked at now; what fails from here on is a new suspicion.</summary>
    public void Clear() => _suspicion = NewSuspicion();

    /// <summary>Hears how far the refresh is.</summary>
    public void Report(IndexProgress value)
    {
        vitals.Beat();
        var state = _state;
        if (state.Waiting is not null)
        {
            _state = state with { Progress = value };
        }
    }

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        Ask(index => index.SearchAsync(request, cancellationToken));

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => Ask(index => index.Suggest(request));

    /// <inheritdoc/>
    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) => Ask(index => index.Get(ids));

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Read(string path, int first, int count) => Ask(index => index.Read(path, first, count));

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Browse(int course, int? week, int count) => Ask(index => index.Browse(course, week, count));

    /// <inheritdoc/>
    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => Ask(index => index.SeeAlso(id, count));

    private T Ask<T>(Func<IPassageSearcher, T> ask)
    {
        var state = _state;
        if (state.Waiting is not null)
        {
            throw new IndexUnavailableException(SentenceOf(state));
        }

        try
        {
            return vitals.Answer(() => ask(searcher));
        }
        catch (IndexUnavailableException exception) when (exception.InnerException is { } cause)
        {
            Suspect();
            throw new IndexUnavailableException("The index could not be read and is being checked. Ask again in a moment.", cause);
        }
    }

    private static string SentenceOf(IndexingState state)
    {
        var (waiting, (done, total)) = state;
        var soFar = total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $": {done} of {total} files");
        return $"{waiting}{soFar}. Ask again in a moment.";
    }

    private static TaskCompletionSource NewSuspicion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="Waiting">What is waited for, without a full stop; <see langword="null"/> when questions are answered.</param>
    /// <param name="Progress">How far it is.</param>
    private sealed record IndexingState(string? Waiting, IndexProgress Progress);
}
