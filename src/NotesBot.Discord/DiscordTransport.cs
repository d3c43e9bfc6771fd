using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord;

/// <summary>Discord over the gateway: the shards, a queue to the handlers, and registration beside them.</summary>
internal sealed class DiscordTransport(
    GatewayLookup lookup, ShardContext context, ApplicationSetup setup, IOptions<DiscordOptions> options) : ITransport
{
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(4);
    private volatile IReadOnlyList<GatewayShard> _shards = [];

    /// <inheritdoc/>
    public bool IsConnected => _shards.Any(shard => shard.IsLive);

    /// <inheritdoc/>
    /// <remarks>When cancelled, it answers what it took (for at most four seconds), then shows the bot offline. It may be run again.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var leaving = new CancellationTokenSource();
        using var abandoning = new CancellationTokenSource();
        var answering = context.Queue.RunAsync(abandoning.Token);
        var connecting = ConnectAsync(leaving.Token, cancellationToken);
        await Task.WhenAny(connecting, Task.Delay(Timeout.InfiniteTimeSpan, context.Time, cancellationToken));
        context.Queue.Complete();
        await FinishAsync(answering, abandoning);
        await leaving.CancelAsync();
        try
        {
            await connecting;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Left as asked.
            context.Starts.Leave();
        }
    }

    private async Task FinishAsync(Task answering, CancellationTokenSource abandoning)
    {
        using var patience = new CancellationTokenSource(LastAnswers, context.Time);
        await using (patience.Token.Register(abandoning.Cancel))
        {
            await answering;
        }
    }

    /// <summary>Shards and registration, until one of them says that going on is of no use.</summary>
    private async Task ConnectAsync(CancellationToken leaving, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(leaving);
        using var arranging = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, stopping);
        var address = await lookup.FindAsync(arranging.Token);
        Task[] work = [RunShardsAsync(address, ending.Token), setup.RunAsync(arranging.Token), AwaitRefusalAsync(ending.Token)];
        await foreach (var ended in Task.WhenEach(work))
        {
            if (ended.IsFaulted)
            {
                await ending.CancelAsync();
            }
        }

        await Task.WhenAll(work);
    }

    private async Task AwaitRefusalAsync(CancellationToken cancellationToken)
    {
        await context.Credential.Refused.WaitAsync(cancellationToken);
        throw BotCredential.Stopped();
    }

    /// <summary>Runs as many shards as Discord recommends; asks once more when it refuses their number.</summary>
    private async Task RunShardsAsync(GatewayAddress address, CancellationToken closing)
    {
        var refusals = 0;
        while (true)
        {
            var (sentence, wasLive) = await RunSetAsync(address, closing);
            refusals = wasLive ? 1 : refusals + 1;
            if (refusals > 1)
            {
                throw new TransportStoppedException(sentence);
            }

            context.Logger.ShardsRefused();
            lookup.Forget();
            address = await lookup.FindAsync(closing);
        }
    }

    private async Task<(string Sentence, bool WasLive)> RunSetAsync(GatewayAddress address, CancellationToken closing)
    {
        context.Logger.ShardsChosen(address.Shards, address.MaxConcurrency);
        using var together = CancellationTokenSource.CreateLinkedTokenSource(closing);
        GatewayShard[] set =
            [.. Enumerable.Range(0, address.Shards).Select(i => new GatewayShard(new ShardId(i, address.Shards), context))];
        _shards = set;
        Task<string>[] running = [.. set.Select(shard => shard.RunAsync(options.Value.ApplicationId, together.Token))];
        var first = await Task.WhenAny(running);
        await together.CancelAsync();
        await foreach (var _ in Task.WhenEach(running))
        {
            // The others only leave: what the first says decides.
        }

        return (await first, set.Any(shard => shard.WasLive));
    }
}
