using System.Globalization;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Indexing;

/// <summary>
/// The searcher of a running bot: until the first index is complete it says how far it is, instead of answering from half of the notes.
/// </summary>
internal sealed class LiveSearcher(IPassageSearcher searcher) : IPassageSearcher
{
    private volatile IndexingState _state = new(NotesLibrary.IsComplete(searcher), default);

    /// <summary>Whether there is a whole index to answer from.</summary>
    public bool IsReady => _state.IsReady;

    /// <inheritdoc/>
    public LibraryState Library => Ready().Library;

    /// <summary>From now on questions are answered.</summary>
    public void Open() => _state = new IndexingState(true, default);

    /// <summary>Hears how far the refresh is.</summary>
    public void Report(IndexProgress value)
    {
        if (!_state.IsReady)
        {
            _state = new IndexingState(false, value);
        }
    }

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        Ready().SearchAsync(request, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => Ready().Suggest(request);

    /// <inheritdoc/>
    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) => Ready().Get(ids);

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Read(string path, int first, int count) => Ready().Read(path, first, count);

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Browse(int course, int? week, int count) => Ready().Browse(course, week, count);

    private IPassageSearcher Ready() => _state.IsReady ? searcher : throw new IndexUnavailableException(Waiting(_state.Progress));

    private static string Waiting(IndexProgress progress)
    {
        var soFar = progress.Total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $": {progress.Done} of {progress.Total} files");
        return $"The notes are being read for the first time{soFar}. Ask again in a moment.";
    }

    private sealed record IndexingState(bool IsReady, IndexProgress Progress);
}
