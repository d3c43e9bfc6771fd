using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>Whether an index is whole.</summary>
internal static class Completeness
{
    /// <summary>Whether all notes were read at least once: an index whose first build was stopped holds only some.</summary>
    internal static bool IsComplete(this IPassageSearcher searcher) => searcher.Library.Refreshed > DateTimeOffset.MinValue;
}
