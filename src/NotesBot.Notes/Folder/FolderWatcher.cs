using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NotesBot.Notes.Folder;

/// <summary>Tells when something changed in the notes folder. Says only that, not what: the one who waits looks through the folder
/// again.</summary>
/// <param name="root">The notes folder.</param>
/// <param name="time">The clock of the quiet time after a change.</param>
/// <param name="logger">Hears once when the folder cannot be watched.</param>
public sealed class FolderWatcher(string root, TimeProvider time, ILogger<FolderWatcher> logger)
{
    /// <summary>A burst of changes has ended when nothing changed for so long.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>A burst that does not end is told after so long.</summary>
    public static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(1);

    /// <summary>A folder that could not be watched is tried again after so long.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(5);

    private bool _isWarned;

    /// <summary>
    /// One item, the time, for each burst of changes, soon after it ended; the first one at once when watching begins, for what changed
    /// before. Where
    /// the folder cannot be watched (network mounts, too many watches) it goes on trying: look through the folder every few minutes in any
    /// case.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; it ends in no other way.</exception>
    public async IAsyncEnumerable<DateTimeOffset> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
            using (TryStart(changes.Writer))
            {
                while (await WaitAsync(changes.Reader, cancellationToken))
                {
                    yield return time.GetUtcNow();
                }
            }

            await Task.Delay(RetryAfter, time, cancellationToken);
        }
    }

    /// <summary>Whether a change of this file can matter: not so for hidden files (but ignore rules) and for what editors leave for a
    /// moment.</summary>
    /// <param name="path">Relative to the notes folder.</param>
    public static bool Matters(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/', '\\');
        var name = parts[^1];
        return !parts[..^1].Any(part => part.StartsWith('.')) &&
            (IgnoreScope.FileNames.Contains(name) ||
                !(name.StartsWith('.') || name.StartsWith('~') || name.EndsWith('~') || IsTemporary(name)));
    }

    private static bool IsTemporary(string name) =>
        name is "4913" || (name.StartsWith('#') && name.EndsWith('#')) || name.Contains("___jb_", StringComparison.Ordinal) ||
        Path.GetExtension(name).ToLowerInvariant() is ".tmp" or ".temp" or ".swp" or ".swx" or ".swo" or ".part" or ".partial" or ".crdownload" or ".lock" or ".bak";

    /// <summary>Waits for a change and then for the end of its burst; <see langword="false"/> when watching has failed.</summary>
    private async ValueTask<bool> WaitAsync(ChannelReader<bool> changes, CancellationToken cancellationToken)
    {
        if (!await changes.WaitToReadAsync(cancellationToken))
        {
            return false;
        }

        var started = time.GetTimestamp();
        while (changes.TryRead(out var isBeginning) && !isBeginning && time.GetElapsedTime(started) < LongestBurst)
        {
            await Task.Delay(Quiet, time, cancellationToken);
        }

        return true;
    }

    /// <summary>Starts watching. Into the channel go <see langword="true"/> at the beginning, <see langword="false"/> for changes, and its
    /// end when watching fails.</summary>
    private FileSystemWatcher? TryStart(ChannelWriter<bool> changes)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.GetFullPath(root))
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 << 10,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            Listen(watcher, changes);
            watcher.EnableRaisingEvents = true;
            changes.TryWrite(true);
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Fail(changes, exception);
            return null;
        }
    }

    private void Listen(FileSystemWatcher watcher, ChannelWriter<bool> changes)
    {
        watcher.Created += (_, change) => Tell(change.Name);
        watcher.Changed += (_, change) => Tell(change.Name);
        watcher.Deleted += (_, change) => Tell(change.Name);
        watcher.Renamed += (_, change) => Tell(Matters(change.Name ?? "") ? change.Name : change.OldName);
        watcher.Error += (_, error) =>
        {
            if (error.GetException() is InternalBufferOverflowException)
            {
                changes.TryWrite(false);
            }
            else
            {
                Fail(changes, error.GetException());
            }
        };

        void Tell(string? name)
        {
            if (Matters(name ?? ""))
            {
                changes.TryWrite(false);
            }
        }
    }

    private void Fail(ChannelWriter<bool> changes, Exception exception)
    {
        if (changes.TryComplete() && !_isWarned)
        {
            _isWarned = true;
            logger.FolderNotWatched(exception.Message);
        }
    }
}
