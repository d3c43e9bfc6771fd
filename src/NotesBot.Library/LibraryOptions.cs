using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>Which notes a library is of, and where its index is.</summary>
/// <param name="Notes">The notes; checked.</param>
/// <param name="Search">What helps the search from outside the notes; checked.</param>
/// <param name="IndexPath">Folder of the index; belongs to this library alone.</param>
public sealed record LibraryOptions(NotesOptions Notes, SearchOptions Search, string IndexPath)
{
    /// <summary>Which notes the index is of: two folders never share one.</summary>
    public string Source => NotesSource.NameOf(Notes);
}
