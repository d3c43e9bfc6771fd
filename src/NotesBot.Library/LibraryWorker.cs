using Microsoft.Extensions.Logging;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>
/// Keeps the index at what the notes say: looks at start, when their source tells of a change, and every few minutes for what nobody told.
/// Once a day, and when reading or writing failed, it holds the index against its checksums, and builds it anew when it is damaged.
/// </summary>
internal sealed class LibraryWorker(LibraryParts parts, LibraryMetrics metrics, LibraryVitals vitals, LibraryTools tools)
{
    private static readonly TimeSpan FullLookInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromDays(1);

    // A question that fails for another reason must not keep the disk busy.
    private static readonly TimeSpan LeastBetweenChecks = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = tools.Time;
    private readonly ILogger _logger = tools.Loggers.CreateLogger<LibraryWorker>();
    private readonly HashSet<FileFault> _told = [];
    private readonly WarningPace _warnings = new(tools.Time);
    private string? _failure;
    private bool _failed;
    private long _checked = tools.Time.GetTimestamp() - (long)(LeastBetweenChecks.TotalSeconds * tools.Time.TimestampFrequency);

    /// <summary>Told after each look that succeeded.</summary>
    internal Action Changed { get; init; } = static () => { };

    /// <summary>Works until it is cancelled. Whatever fails is said, and tried again: the last good index answers meanwhile.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; it ends in no other way.</exception>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await FollowAsync(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Foreign values make parsers and libraries throw what they like; none of it may end the program.
                TellFailure(exception);
                await Task.Delay(PauseAfterFailure, _time, cancellationToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var changes = parts.Source.WatchAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
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
        vitals.Beat();
        try
        {
            Check();
            var summary = await parts.Indexer.RefreshAsync(newest: false, new RefreshProgress(parts.Searcher, _time, _logger), cancellationToken);
            Tell(summary);
            parts.Searcher.Open();
            Changed();
            TellFailure(null);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
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
            _logger.RefreshFailed(exception is NotesUnavailableException ? null : exception, exception.Message);
            _failure = exception.Message;
        }
        else if (exception is not null)
        {
            _logger.RefreshFailedAgain(exception.Message);
        }
        else if (_failure is not null)
        {
            _logger.RefreshedAgain();
            _failure = null;
        }
    }

    /// <summary>Looks at the index itself, when it is time or something hints at damage.</summary>
    private void Check()
    {
        var since = _time.GetElapsedTime(_checked);
        var isSuspect = parts.Searcher.Suspicion.IsCompleted || _failed;
        if (since < LeastBetweenChecks || (since < CheckInterval && !isSuspect))
        {
            return;
        }

        parts.Searcher.Clear();
        _failed = false;
        _checked = _time.GetTimestamp();
        if (parts.Index.FindDamage() is { } damage)
        {
            _logger.IndexDamaged(damage);
            parts.Searcher.Close();
            parts.Index.BeginAnew();
        }
    }

    private void Tell(RefreshSummary summary)
    {
        if (!parts.Searcher.IsReady || summary.Read + summary.Removed > 0)
        {
            metrics.Refreshed(summary.Elapsed);
            var state = parts.Index.Searcher.Library;
            var at = state.Version is { } version ? $" at commit {version.Commit[..7]}" : "";
            _logger.NotesRefreshed(at, state.Passages, summary.Read, summary.Removed, summary.Elapsed.TotalMilliseconds);
        }

        foreach (var fault in summary.Listing.Faults.Where(_told.Add))
        {
            _logger.NotLookedAt(fault.Path, fault.Reason);
        }

        _told.IntersectWith(summary.Listing.Faults);
    }

    private async Task SuspicionAsync(CancellationToken cancellationToken)
    {
        await parts.Searcher.Suspicion.WaitAsync(cancellationToken);
        var rest = LeastBetweenChecks - _time.GetElapsedTime(_checked);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, _time, cancellationToken);
        }
    }

    private async Task WaitAsync(Task change, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(change, Task.Delay(pause, _time, waiting.Token), SuspicionAsync(waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}

/// <summary>What a library is made of.</summary>
/// <param name="Source">Where the notes come from.</param>
/// <param name="Indexer">Looks through them.</param>
/// <param name="Index">Is written.</param>
/// <param name="Searcher">Is asked.</param>
internal sealed record LibraryParts(INotesSource Source, NotesIndexer Indexer, PassageIndexWriter Index, LiveSearcher Searcher);
