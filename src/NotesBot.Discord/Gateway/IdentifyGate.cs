namespace NotesBot.Discord.Gateway;

/// <summary>
/// Lets shards identify in order: one at a time in each concurrency bucket, five seconds between the moments they are sent, and a group
/// of buckets only after the group before it. A shard that cannot connect holds its place only while it tries. Safe from many threads.
/// </summary>
/// <param name="maxConcurrency">Buckets, from 1.</param>
/// <param name="time">The clock.</param>
/// <remarks>Source: Discord's page "Gateway", section "Sharding", "Max Concurrency".</remarks>
internal sealed class IdentifyGate(int maxConcurrency, TimeProvider time)
{
    // What leaves five seconds apart may arrive a little closer.
    private static readonly TimeSpan Spacing = DiscordLimits.IdentifySpacing + TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly HashSet<int> _waiting = [];
    private readonly HashSet<int> _holding = [];
    private readonly Dictionary<int, long> _lastSent = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for a shard's turn. <see cref="Leave"/> must follow.</summary>
    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _waiting.Add(shard);
        }

        try
        {
            while (Try(shard, out var wait, out var change) is false)
            {
                await (wait is { } pause ? Task.Delay(pause, time, cancellationToken) : change.WaitAsync(cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            Leave(shard, identified: false);
            throw;
        }
    }

    /// <summary>The shard has identified, or gives its place up.</summary>
    public void Leave(int shard, bool identified)
    {
        lock (_gate)
        {
            _waiting.Remove(shard);
            if (_holding.Remove(shard) && identified)
            {
                _lastSent[shard % maxConcurrency] = time.GetTimestamp();
            }

            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private bool Try(int shard, out TimeSpan? wait, out Task change)
    {
        lock (_gate)
        {
            change = _changed.Task;
            wait = WaitOf(shard);
            if (wait != TimeSpan.Zero)
            {
                return false;
            }

            _waiting.Remove(shard);
            return _holding.Add(shard);
        }
    }

    /// <summary>Zero to go, <see langword="null"/> when another shard comes first.</summary>
    private TimeSpan? WaitOf(int shard)
    {
        if (_waiting.Concat(_holding).Any(other => other / maxConcurrency < shard / maxConcurrency))
        {
            return null;
        }

        if (_holding.Any(other => other % maxConcurrency == shard % maxConcurrency))
        {
            return null;
        }

        var passed = _lastSent.TryGetValue(shard % maxConcurrency, out var at) ? time.GetElapsedTime(at) : Spacing;
        return passed >= Spacing ? TimeSpan.Zero : Spacing - passed;
    }
}
