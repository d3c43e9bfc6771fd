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

    /// <summary>The bytes of a picture of the notes; <see langword="null"/> when they cannot be had (soon).</summary>
    /// <param name="path">Relative to the notes folder.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<byte[]?> ReadPictureAsync(string path, long maxBytes, CancellationToken cancellationToken);
}
