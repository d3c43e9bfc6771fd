using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Notes.Links;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>A library as it is: answers from the last commit of its index, follows those that another process makes, and makes none.</summary>
public sealed class StandingLibrary : ILibrary
{
    private readonly PassageSearcher _searcher;
    private readonly NotesOptions _notes;

    private StandingLibrary(PassageSearcher searcher, NoteLinks links, NotesOptions notes) => (_searcher, Links, _notes) = (searcher, links, notes);

    /// <inheritdoc/>
    public IPassageSearcher Searcher => _searcher;

    /// <inheritdoc/>
    public NoteLinks Links { get; }

    /// <summary>Opens it; <see langword="null"/> when there is no index of these notes that can be read and is complete.</summary>
    public static StandingLibrary? TryOpen(LibraryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        PassageSearcher? searcher = null;
        var links = new NoteLinks(options.Notes, () => searcher?.Library.Version);

        // Git is looked at while the index is opened and asked: it takes a fifth of what a first answer does.
        _ = Task.Run(links.Prepare);
        searcher = OpenComplete(options);
        if (searcher is not null)
        {
            return new StandingLibrary(searcher, links, options.Notes);
        }

        links.Dispose();
        return null;
    }

    /// <inheritdoc/>
    /// <remarks>Of notes in a repository there are none: its clone belongs to the process that follows it.</remarks>
    public Task<byte[]?> ReadPictureAsync(string path, long maxBytes, CancellationToken cancellationToken) =>
        Task.FromResult(_notes.IsRepository ? null : new NotesFolder(_notes, NullLogger<NotesFolder>.Instance).ReadPicture(path, maxBytes));

    /// <inheritdoc/>
    public void Dispose()
    {
        Links.Dispose();
        _searcher.Dispose();
    }

    private static PassageSearcher? OpenComplete(LibraryOptions options)
    {
        try
        {
            var searcher = PassageSearcher.OpenForReading(options.IndexPath, options.Source, options.Search);
            if (searcher.IsComplete())
            {
                return searcher;
            }

            searcher.Dispose();
            return null;
        }
        catch (IndexUnavailableException)
        {
            // None, or one that cannot be used: the caller builds it.
            return null;
        }
    }
}
