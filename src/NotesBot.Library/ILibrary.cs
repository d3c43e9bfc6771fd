using NotesBot.Notes.Links;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>Notes with their index, to answer from. Safe to use from many threads.</summary>
public interface ILibrary : IDisposable
{
    /// <summary>Answers questions.</summary>
    IPassageSearcher Searcher { get; }

    /// <summary>Where passages stand on the notes' host.</summary>
    NoteLinks Links { get; }
}
