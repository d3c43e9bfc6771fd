using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NotesBot.Notes.Sources;

/// <summary>
/// Notes in a git repository: fetched at regular times and when nudged. What cannot be fetched leaves the last good notes, and is said once,
/// as is that it can be again.
/// </summary>
internal sealed class GitSource : INotesSource
{
    /// <summary>A remote that has not given its notes after so long is given up on; a first clone of a large one takes its time.</summary>
    private static readonly TimeSpan MaxFetch = TimeSpan.FromMinutes(10);

    private readonly NotesOptions _options;
    private readonly GitClone _clone;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Channel<bool> _nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task<bool> _fetch = Task.FromResult(false);
    private string? _fault;
    private string? _opened;

    internal GitSource(NotesOptions options, GitClone clone, TimeProvider time, ILoggerFactory loggers)
    {
        (_options, _clone, _time, _loggers) = (options, clone, time, loggers);
        _logger = loggers.CreateLogger<GitSource>();
    }

    /// <inheritdoc/>
    public async Task<NotesSnapshot> OpenAsync(bool newest, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await OpenInTurnAsync(newest, cancellationToken);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DateTimeOffset> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await HasMovedAsync(cancellationToken))
            {
                yield return _time.GetUtcNow();
            }

            await WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Nudge() => _nudges.Writer.TryWrite(true);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<NotesSnapshot> OpenInTurnAsync(bool newest, CancellationToken cancellationToken)
    {
        var open = newest ? null : _clone.Open(_options.Folder);
        if (open is null)
        {
            await FetchAsync(cancellationToken);
            open = _clone.Open(_options.Folder) ?? throw new NotesUnavailableException($"The notes could not be fetched. {_fault}");
        }

        _opened = open.Version.Commit;
        var folder = new NotesFolder(open.Files, _options, _loggers.CreateLogger<NotesFolder>());
        return new NotesSnapshot(folder, open.Version, _fault, () =>
        {
            open.Dispose();
            _turn.Release();
        });
    }

    /// <summary>Fetches, and tells whether there is something that was not opened yet.</summary>
    private async Task<bool> HasMovedAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await FetchAsync(cancellationToken);
            return _clone.Version?.Commit is { } commit && commit != _opened;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        try
        {
            if (await UpdateAsync(cancellationToken) && _clone.Version is { } version)
            {
                _logger.NotesFetched(version.Commit[..7], _time.GetElapsedTime(started).TotalMilliseconds);
            }

            Tell(null);
        }
        catch (FetchFailedException exception)
        {
            Tell(exception.Message);
        }
    }

    /// <remarks>libgit2 waits for a silent remote for ever. It cannot be ended from outside, so it is left alone, and nothing else is begun.</remarks>
    private async Task<bool> UpdateAsync(CancellationToken cancellationToken)
    {
        if (_fetch.IsCompleted)
        {
            _fetch = Task.Run(() => _clone.Update(cancellationToken), cancellationToken);
        }

        try
        {
            return await _fetch.WaitAsync(MaxFetch, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new FetchFailedException("The repository has been silent for ten minutes; the bot goes on waiting for it.");
        }
    }

    private void Tell(string? fault)
    {
        if (fault is not null && fault != _fault)
        {
            _logger.NotesNotFetched(fault);
        }
        else if (fault is null && _fault is not null)
        {
            _logger.NotesFetchedAgain();
        }

        _fault = fault;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var nudged = _nudges.Reader.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny(nudged, Task.Delay(TimeSpan.FromSeconds(_options.FetchSeconds), _time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        _nudges.Reader.TryRead(out _);
    }
}
