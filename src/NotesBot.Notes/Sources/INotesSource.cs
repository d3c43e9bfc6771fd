namespace NotesBot.Notes.Sources;

/// <summary>Where the notes come from: a folder, or a git repository. Safe to use from many threads.</summary>
public interface INotesSource : IDisposable
{
    /// <summary>The notes as they are now, to be looked through and read; a source gives one at a time. Dispose of it soon.</summary>
    /// <param name="newest">Whether to ask the remote first. Where it does not answer, the last good notes are given.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotesUnavailableException">There are none: nothing could be fetched yet, or what was is damaged.</exception>
    Task<NotesSnapshot> OpenAsync(bool newest, CancellationToken cancellationToken);

    /// <summary>One item, the time, for each time that the notes may have changed, once a batch of changes is complete.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; it ends in no other way.</exception>
    IAsyncEnumerable<DateTimeOffset> WatchAsync(CancellationToken cancellationToken);

    /// <summary>The notes have changed, somebody says: who watches need not wait for the next regular look.</summary>
    void Nudge();
}

/// <summary>One state of the notes.</summary>
/// <param name="folder">Its files.</param>
/// <param name="version">Its commit; <see langword="null"/> for a folder.</param>
/// <param name="fault">Why it is not the newest.</param>
/// <param name="close">Lets go of it.</param>
public sealed class NotesSnapshot(NotesFolder folder, NotesVersion? version, string? fault, Action close) : IDisposable
{
    /// <summary>Its files.</summary>
    public NotesFolder Folder => folder;

    /// <summary>Its commit; <see langword="null"/> for a folder, which may change while it is read.</summary>
    public NotesVersion? Version => version;

    /// <summary>Why the newest could not be fetched at the last try, a sentence; <see langword="null"/> when it was.</summary>
    public string? Fault => fault;

    /// <inheritdoc/>
    public void Dispose() => close();
}
