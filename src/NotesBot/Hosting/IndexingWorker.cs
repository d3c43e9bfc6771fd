using NotesBot.Indexing;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Hosting;

/// <summary>
/// Keeps the index at what the notes say: looks at start, when their source tells of a change, and every few minutes for what nobody told.
/// </summary>
internal sealed class IndexingWorker(
    NotesLibrary library, LiveSearcher searcher, TimeProvider time, ILogger<IndexingWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan FullLookInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private readonly HashSet<FileFault> _told = [];
    private readonly WarningPace _warnings = new(time);
    private string? _failure;

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
        await using var changes = library.Source.WatchAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
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
            var summary = await library.Indexer.RefreshAsync(newest: false, new RefreshProgress(searcher, time, logger), cancellationToken);
            Tell(summary);
            searcher.Open();
            TellFailure(null);
            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            TellFailure(exception);
            return false;
        }
    }

    /// <summary>Says once what fails (each change to the notes is a further try), and once that it is over.</summary>
    private void TellFailure(Exception? exception)
    {
        if (exception is not null && exception.Message != _failure && _warnings.IsDue())
        {
            logger.RefreshFailed(exception is NotesUnavailableException ? null : exception, exception.Message);
            _failure = exception.Message;
        }
        else if (exception is not null)
        {
            logger.RefreshFailedAgain(exception.Message);
        }
        else if (_failure is not null)
        {
            logger.RefreshedAgain();
            _failure = null;
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is NotesUnavailableException or IndexWriteException or IOException or UnauthorizedAccessException;

    private void Tell(RefreshSummary summary)
    {
        if (!searcher.IsReady || summary.Read + summary.Removed > 0)
        {
            var state = library.Searcher.Library;
            var at = state.Version is { } version ? $" at commit {version.Commit[..7]}" : "";
            logger.NotesRefreshed(at, state.Passages, summary.Read, summary.Removed, summary.Elapsed.TotalMilliseconds);
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
