using NotesBot.Indexing;
using NotesBot.Notes;
using NotesBot.Notes.Folder;
using NotesBot.Search;

namespace NotesBot.Hosting;

/// <summary>
/// Keeps the index at what the notes say: looks at start, when the folder changes, and every few minutes for what no event told.
/// </summary>
internal sealed class IndexingWorker(
    NotesLibrary library, FolderWatcher watcher, LiveSearcher searcher, TimeProvider time, ILogger<IndexingWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan FullLookInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private readonly HashSet<FileFault> _told = [];
    private readonly WarningPace _warnings = new(time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.IndexingStopped();
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var changes = watcher.WatchAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        while (true)
        {
            // Asked for before the look, so that a change during it is not missed.
            var change = changes.MoveNextAsync().AsTask();
            try
            {
                await LookUntilAsync(change, cancellationToken);
            }
            catch
            {
                // The watcher must not be left midway.
                await leaving.CancelAsync();
                await Task.WhenAny(change);
                throw;
            }

            await change;
        }
    }

    private async Task LookUntilAsync(Task change, CancellationToken cancellationToken)
    {
        do
        {
            var pause = await LookAsync(cancellationToken) ? FullLookInterval : PauseAfterFailure;
            await WaitAsync(change, pause, cancellationToken);
        }
        while (!change.IsCompleted);
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var summary = await library.Indexer.RefreshAsync(new RefreshProgress(searcher, time, logger), cancellationToken);
            Tell(summary);
            searcher.Open();
            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            Tell(exception);
            return false;
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is NotesUnavailableException or IndexWriteException or IOException or UnauthorizedAccessException;

    /// <summary>Each change to the notes is a further try, and may be a further failure.</summary>
    private void Tell(Exception exception)
    {
        if (_warnings.IsDue())
        {
            logger.RefreshFailed(exception, PauseAfterFailure.TotalSeconds);
        }
        else
        {
            logger.RefreshFailedAgain(exception.Message);
        }
    }

    private void Tell(RefreshSummary summary)
    {
        if (!searcher.IsReady || summary.Read + summary.Removed > 0)
        {
            logger.NotesRefreshed(library.Searcher.Library.Passages, summary.Read, summary.Removed, summary.Elapsed.TotalMilliseconds);
        }

        foreach (var fault in summary.Listing.Faults.Where(_told.Add))
        {
            logger.NotLookedAt(fault.Path, fault.Reason);
        }

        _told.IntersectWith(summary.Listing.Faults);
    }

    private async Task WaitAsync(Task change, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(pause, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
