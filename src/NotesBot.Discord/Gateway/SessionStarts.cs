using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Gateway;

/// <summary>Everything that a new session must wait for: our own budget, the shard's turn, and what is left of the day's
/// sessions.</summary>
internal sealed class SessionStarts(GatewayLookup lookup, IdentifyBudget budget, TimeProvider time, ILogger<SessionStarts> logger)
{
    private readonly Lock _creation = new();
    private IdentifyGate? _gate;

    /// <summary>Waits until the shard may begin a session.</summary>
    /// <returns>Where; to be disposed when the session has begun or the connection is given up.</returns>
    public async Task<SessionStart> EnterAsync(ShardId shard, CancellationToken cancellationToken)
    {
        await WaitForBudgetAsync(shard, TimeSpan.Zero, cancellationToken);
        var turn = GateFor(await lookup.FindAsync(cancellationToken));
        await turn.EnterAsync(shard.Index, cancellationToken);
        try
        {
            var address = await WaitForRemainingAsync(shard, cancellationToken);
            return new SessionStart(address.Url, shard, turn, () => Spend(shard));
        }
        catch
        {
            turn.Leave(shard.Index, identified: false);
            throw;
        }
    }

    /// <summary>READY came: the shard's next session need not wait for this one.</summary>
    public void Ready(ShardId shard) => budget.Ready(shard);

    /// <summary>The process ends because it was asked to: whoever starts the next need not wait for this one.</summary>
    public void Leave() => budget.Leave();

    /// <summary>Waits. Whether that took long enough for what was known to be old.</summary>
    private async Task<bool> WaitForBudgetAsync(ShardId shard, TimeSpan spread, CancellationToken cancellationToken)
    {
        var waited = false;
        while (budget.WaitOf(shard, spread) is { Ticks: > 0 } wait)
        {
            if (wait > 2 * DiscordLimits.IdentifySpacing)
            {
                logger.IdentifyPaused(shard.ToString(), wait.TotalSeconds);
            }

            await Task.Delay(wait, time, cancellationToken);
            waited = true;
        }

        return waited;
    }

    private async Task<GatewayAddress> WaitForRemainingAsync(ShardId shard, CancellationToken cancellationToken)
    {
        var address = await lookup.FindAsync(cancellationToken);
        while (await WaitForBudgetAsync(shard, address.Spread, cancellationToken))
        {
            address = await lookup.FindAsync(cancellationToken);
        }

        while (address.Remaining <= DiscordLimits.IdentifyReserve)
        {
            var wait = address.ResetAfter > TimeSpan.FromSeconds(1) ? address.ResetAfter : TimeSpan.FromSeconds(1);
            logger.SessionsUsedUp(shard.ToString(), address.Remaining, time.GetUtcNow() + wait);
            await Task.Delay(wait, time, cancellationToken);
            address = await lookup.FindAsync(cancellationToken);
        }

        return address;
    }

    private IdentifyGate GateFor(GatewayAddress address)
    {
        lock (_creation)
        {
            return _gate ??= new IdentifyGate(address.MaxConcurrency, time);
        }
    }

    private void Spend(ShardId shard)
    {
        budget.Spend(shard);
        lookup.Spend();
    }
}

/// <summary>A shard's turn to begin a session.</summary>
internal sealed class SessionStart(Uri url, ShardId shard, IdentifyGate gate, Action spend) : IDisposable
{
    private bool _over;

    /// <summary>Where to connect.</summary>
    public Uri Url { get; } = url;

    /// <summary>Identify is being sent.</summary>
    public void Identified()
    {
        spend();
        Leave(identified: true);
    }

    /// <summary>Gives the turn up, if it was not used.</summary>
    public void Dispose() => Leave(identified: false);

    private void Leave(bool identified)
    {
        if (!_over)
        {
            _over = true;
            gate.Leave(shard.Index, identified);
        }
    }
}
