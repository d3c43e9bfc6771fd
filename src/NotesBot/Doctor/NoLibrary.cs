using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Doctor;

/// <summary>Stands where commands are only looked at, and never asked.</summary>
internal sealed class NoLibrary : IPassageSearcher
{
    /// <inheritdoc/>
    public LibraryState Library => throw Unavailable();

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw Unavailable();

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => throw Unavailable();

    /// <inheritdoc/>
    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) => throw Unavailable();

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Read(string path, int first, int count) => throw Unavailable();

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Browse(int course, int? week, int count) => throw Unavailable();

    /// <inheritdoc/>
    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => throw Unavailable();

    private static IndexUnavailableException Unavailable() => new("Nothing is asked here.");
}
