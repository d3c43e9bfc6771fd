using NotesBot.Discord.Simulator.Gateway;

namespace NotesBot.Discord.Simulator.Storm;

/// <summary>Breaks the connection again and again, in each way that there is, and waits each time until the bot is back.</summary>
internal sealed class ConnectionFaults(DiscordSimulator discord, StormLedger ledger, Random random)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    // A session that ends costs an IDENTIFY, and bots must spend those ever more slowly.
    private static readonly TimeSpan FirstEnd = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestBetweenEnds = TimeSpan.FromMinutes(11);

    // The session outlives it: nothing but what is asked meanwhile may be lost.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenOutages = TimeSpan.FromMinutes(10);

    private static readonly string[] Garbage = ["garbage", """{"op":0,"t":""", """{"op":"one"}""", "[]", "\"\\ud800"];

    /// <summary>Goes on until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var drops = new Deck<Break>(Drops(), random);
        var ends = new Deck<Break>(Ends(), random);
        var (nextEnd, gap, nextOutage) = (FirstEnd, 2 * FirstEnd, BetweenOutages);
        while (true)
        {
            await PauseAsync(Settling + TimeSpan.FromSeconds(2 * random.NextDouble()), cancellationToken);
            if (ledger.Now >= nextOutage)
            {
                await BreakAsync(Refusing("a minute without a gateway", Outage) with { IsAway = true }, cancellationToken);
                nextOutage += BetweenOutages;
                continue;
            }

            if (ledger.Now < nextEnd)
            {
                await BreakAsync(drops.Draw(), cancellationToken);
                continue;
            }

            await BreakAsync(ends.Draw() with { IsAway = true }, cancellationToken);
            nextEnd = ledger.Now + gap;
            gap = 2 * gap < LongestBetweenEnds ? 2 * gap : LongestBetweenEnds;
        }
    }

    /// <summary>The connection ends and the session does not: nothing may be lost.</summary>
    private Break[] Drops() =>
    [
        new("cut", Cut),
        new("op 7", discord.Gateway.RequestReconnectAsync),
        new("op 9 true", token => discord.Gateway.InvalidateSessionAsync(resumable: true, token)),
        new("garbage", token => discord.Gateway.SendRawAsync(Garbage[random.Next(Garbage.Length)], 1, token)),
        new("zombie", FallSilentAsync),
        .. new int?[] { null, 1000, 1001, 1012, 4000, 4001, 4002, 4005 }.Select(Closing),
        Closing(4008) with { IsAway = true }, // Whoever is told that it was too fast waits.
    ];

    /// <summary>The session ends, or cannot be reached: Discord is away for a while.</summary>
    private Break[] Ends() =>
    [
        new("op 9 false", token => discord.Gateway.InvalidateSessionAsync(resumable: false, token)),
        Closing(4003),
        Closing(4007),
        Closing(4009),
        Refusing("connections refused", TimeSpan.FromSeconds(3)),
        new("dead resume URL", token => DuringAsync(faults => faults.ResumeUrl = ResumeUrlFault.Refusing, null, token)),
        new("silent resume URL", token => DuringAsync(faults => faults.ResumeUrl = ResumeUrlFault.Silent, null, token)),
    ];

    private Break Refusing(string name, TimeSpan time) =>
        new(name, token => DuringAsync(faults => faults.RefuseConnections = true, time, token));

    private Break Closing(int? code) =>
        new($"close {code?.ToString() ?? "without a code"}", token => discord.Gateway.CloseAsync(code, token));

    private Task Cut(CancellationToken cancellationToken)
    {
        discord.Gateway.Cut();
        return Task.CompletedTask;
    }

    private async Task FallSilentAsync(CancellationToken cancellationToken)
    {
        var closed = discord.Gateway.Events.NextAsync(happened => happened.Kind == GatewayEventKind.Closed, cancellationToken);
        discord.Faults.Zombie = true;
        await closed;
        discord.Faults.Zombie = false;
    }

    /// <summary>The connection is cut and cannot be had again for a time, or until it is sought at the first URL.</summary>
    private async Task DuringAsync(Action<Faults> change, TimeSpan? time, CancellationToken cancellationToken)
    {
        var atFirstUrl = discord.Gateway.Events.NextAsync(
            happened => happened is { Kind: GatewayEventKind.Opened, AtResumeUrl: false }, cancellationToken);
        change(discord.Faults);
        discord.Gateway.Cut();
        await (time is { } length ? PauseAsync(length, cancellationToken) : atFirstUrl);
        (discord.Faults.RefuseConnections, discord.Faults.ResumeUrl) = (false, ResumeUrlFault.None);
    }

    /// <summary>Until the bot has noticed, and is there again.</summary>
    private async Task BreakAsync(Break fault, CancellationToken cancellationToken)
    {
        ledger.Count(fault.Name);
        var away = fault.IsAway ? ledger.Leave($"Discord was away ({fault.Name})") : null;
        var back = discord.Gateway.Events.NextAsync(
            happened => happened.Kind is GatewayEventKind.Ready or GatewayEventKind.Resumed, cancellationToken);
        await fault.Act(cancellationToken);
        await back;
        if (away is not null)
        {
            ledger.Return(away);
        }
    }

    private static Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        Task.Delay(pause, TimeProvider.System, cancellationToken);

    /// <summary>A way to break the connection.</summary>
    /// <param name="Name">For the count.</param>
    /// <param name="Act">Breaks it.</param>
    private sealed record Break(string Name, Func<CancellationToken, Task> Act)
    {
        /// <summary>Whether interactions may be lost until the bot is back.</summary>
        public bool IsAway { get; init; }
    }
}
