using Microsoft.Extensions.Logging;
using NotesBot.Notes.Folder;

namespace NotesBot.Notes.Sources;

/// <summary>A folder of notes, watched.</summary>
internal sealed class FolderSource(NotesOptions options, TimeProvider time, ILoggerFactory loggers) : INotesSource
{
    private readonly NotesFolder _folder = new(options, loggers.CreateLogger<NotesFolder>());

    /// <inheritdoc/>
    public Task<NotesSnapshot> OpenAsync(bool newest, CancellationToken cancellationToken) =>
        Task.FromResult(new NotesSnapshot(_folder, version: null, fault: null, static () => { }));

    /// <inheritdoc/>
    public IAsyncEnumerable<DateTimeOffset> WatchAsync(CancellationToken cancellationToken) =>
        new FolderWatcher(options.Path, time, loggers.CreateLogger<FolderWatcher>()).WatchAsync(cancellationToken);

    /// <inheritdoc/>
    public void Nudge()
    {
        // Changes in a folder are seen as they happen.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held open.
    }
}
