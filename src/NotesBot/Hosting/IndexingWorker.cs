using NotesBot.Indexing;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Hosting;

/// <summary>
/// Keeps the index at what the notes say: looks at start, when their source tells of a change, and every few minutes for what nobody told.
/// Once a day, and when reading or writing failed, it holds the index against its checksums, and builds it anew when it is damaged.
/// </summary>
internal sealed class IndexingWorker(
    NotesLibrary library, LiveSearcher searcher, LibraryMetrics metrics, TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<IndexingWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan FullLookInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromDays(1);

    // A question that fails for another reason must not keep the disk busy.
    private static readonly TimeSpan LeastBetweenChecks = TimeSpan.FromMinutes(1);
    private readonly HashSet<FileFault> _told = [];
    private readonly WarningPace _warnings = new(time);
    private string? _failure;
    private bool _failed;
    private long _checked = time.GetTimestamp() - (long)(LeastBetweenChecks.TotalSeconds * time.TimestampFrequency);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();

        // Services stop one after the other; what was read is committed while the transport still gives its last answers.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await FollowAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
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
            Check();
            var summary = await library.Indexer.RefreshAsync(newest: false, new RefreshProgress(searcher, time, logger), cancellationToken);
            Tell(summary);
            searcher.Open();
            TellFailure(null);
            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            _failed |= exception is IndexWriteException or IndexUnavailableException;
            metrics.RefreshFailed();
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

    /// <summary>Looks at the index itself, when it is time or something hints at damage.</summary>
    private void Check()
    {
        var since = time.GetElapsedTime(_checked);
        var isSuspect = searcher.Suspicion.IsCompleted || _failed;
        if (since < LeastBetweenChecks || (since < CheckInterval && !isSuspect))
        {
            return;
        }

        searcher.Clear();
        _failed = false;
        _checked = time.GetTimestamp();
        if (library.Index.FindDamage() is { } damage)
        {
            logger.IndexDamaged(damage);
            searcher.Close();
            library.Index.BeginAnew();
        }
    }

    private static bool IsPassing(Exception exception) => exception is
        NotesUnavailableException or IndexWriteException or IndexUnavailableException or IOException or UnauthorizedAccessException;

    private void Tell(RefreshSummary summary)
    {
        if (!searcher.IsReady || summary.Read + summary.Removed > 0)
        {
            metrics.Refreshed(summary.Elapsed);
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

    private async Task SuspicionAsync(CancellationToken cancellationToken)
    {
        await searcher.Suspicion.WaitAsync(cancellationToken);
        var rest = LeastBetweenChecks - time.GetElapsedTime(_checked);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }
    }

    private async Task WaitAsync(Task change, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(pause, time, waiting.Token), SuspicionAsync(waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
