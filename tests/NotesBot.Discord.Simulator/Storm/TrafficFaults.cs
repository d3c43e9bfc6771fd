using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Simulator.Storm;

/// <summary>Spoils frames and answers of REST all the time.</summary>
internal sealed class TrafficFaults(DiscordSimulator discord, StormLedger ledger, Random random)
{
    private delegate Task Spoil(CancellationToken cancellationToken);

    /// <summary>Goes on until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var deck = new Deck<(string Name, Spoil Act)>([.. Frames(), .. Answers()], random);
        while (true)
        {
            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(300, 1_500)), cancellationToken);
            var (name, act) = deck.Draw();
            ledger.Count(name);
            await act(cancellationToken);
        }
    }

    private (string Name, Spoil Act)[] Frames() =>
    [
        ("split frames", SplitAsync),
        ("replay", token => discord.Gateway.ReplayAsync(3, token)),
        ("unwanted event", token => discord.Gateway.DispatchAsync("GUILD_CREATE", new JsonObject { ["id"] = "1" }, token)),
        // Who has fallen silent asks for nothing either.
        ("heartbeat asked for", token => discord.Faults.Zombie ? Task.CompletedTask : discord.Gateway.RequestHeartbeatAsync(token)),
    ];

    /// <summary>What a bot can bear without loss excuses nothing; the others say how many answers they may cost.</summary>
    private (string Name, Spoil Act)[] Answers() =>
    [
        Answer("500", () => RestFault.Plain(500, "")),
        Answer("502", () => RestFault.Plain(502, "<html>")),
        Answer("503 for long", () => RestFault.Plain(503, "") with { Times = 4 }, losses: 2),
        Answer("cut after", RestFault.CutAfterReceiving),
        Answer("429 user", () => Refused("user")),
        Answer("429 shared", () => Refused("shared")),
        Answer("429 global", () => Refused("global")),
        Answer("429 without JSON", () => RestFault.Cloudflare(TimeSpan.FromSeconds(1)), losses: 1),
        Answer("slow", () => RestFault.Slow(TimeSpan.FromMilliseconds(random.Next(100, 700)))),
        Answer("hang", RestFault.Hang, losses: 1),
        Answer("429 of an edit", () => RestFault.RateLimited("user", TimeSpan.FromSeconds(0.4)) with { Route = "original-patch" }),
        Answer("502 of an edit", () => RestFault.Plain(502, "<html>") with { Route = "original-patch" }),
    ];

    private (string Name, Spoil Act) Answer(string name, Func<RestFault> make, int losses = 0) =>
        (name, _ => SpoilAsync(name, make(), losses));

    private Task SpoilAsync(string name, RestFault fault, int losses)
    {
        ledger.Allow(losses, $"REST was away ({name})");
        discord.Faults.Add(fault with { Route = fault.Route ?? "callback" });
        return Task.CompletedTask;
    }

    private async Task SplitAsync(CancellationToken cancellationToken)
    {
        discord.Faults.FramesAMessage = random.Next(2, 9);
        await PauseAsync(TimeSpan.FromSeconds(0.5), cancellationToken);
        discord.Faults.FramesAMessage = 1;
    }

    /// <summary>A refusal of this one request: each interaction has a bucket of its own.</summary>
    private RestFault Refused(string scope)
    {
        var reply = RateLimiter.Refuse(TimeSpan.FromSeconds(0.1 + (0.4 * random.NextDouble())), scope, scope == "global");
        return RestFault.Answer(reply.Status, reply.Body, reply.Headers);
    }

    private static Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        Task.Delay(pause, TimeProvider.System, cancellationToken);
}
