using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Tests.Storm;

/// <summary>Makes things go wrong, by chance from a seed: the connection now and then, REST and frames all the time.</summary>
/// <remarks>What a bot can bear without loss excuses nothing; only what takes Discord away does.</remarks>
internal sealed class StormFaults(DiscordSimulator discord, ITransport bot, StormLedger ledger, int seed)
{
    private static readonly int?[] Harmless = [null, 1001, 1012, 4000, 4001, 4002, 4005];
    private static readonly int[] Ending = [4003, 4007, 4009];
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    // An ended session costs an identify, and the bot spends those ever more slowly.
    private static readonly TimeSpan BetweenEnds = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstEnd = TimeSpan.FromSeconds(8);

    /// <summary>Goes on until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(DisturbConnectionAsync(new Random(seed), cancellationToken), DisturbRestAsync(new Random(seed + 1), cancellationToken));

    private async Task DisturbConnectionAsync(Random random, CancellationToken cancellationToken)
    {
        var nextEnd = FirstEnd;
        while (true)
        {
            await PauseAsync(Settling + TimeSpan.FromSeconds(2 * random.NextDouble()), cancellationToken);
            var ends = ledger.Now > nextEnd;
            nextEnd += ends ? BetweenEnds : TimeSpan.Zero;
            await (ends ? LeaveAsync(random, cancellationToken) : DropAsync(random, cancellationToken));
            await BackAsync(cancellationToken);
        }
    }

    /// <summary>The connection ends and the session does not: nothing may be lost.</summary>
    private Task DropAsync(Random random, CancellationToken cancellationToken)
    {
        switch (random.Next(6))
        {
            case 0:
                ledger.Count("cut");
                discord.Gateway.Cut();
                return Task.CompletedTask;
            case 1:
                ledger.Count("op 7");
                return discord.Gateway.RequestReconnectAsync(cancellationToken);
            case 2:
                ledger.Count("op 9 true");
                return discord.Gateway.InvalidateSessionAsync(resumable: true, cancellationToken);
            case 3:
                ledger.Count("garbage");
                return discord.Gateway.SendRawAsync("garbage", 1, cancellationToken);
            case 4:
                return FallSilentAsync(cancellationToken);
            default:
                ledger.Count("close");
                return discord.Gateway.CloseAsync(Harmless[random.Next(Harmless.Length)], cancellationToken);
        }
    }

    private async Task FallSilentAsync(CancellationToken cancellationToken)
    {
        ledger.Count("zombie");
        var closed = discord.Gateway.Events.NextAsync(happened => happened.CloseCode is not null, cancellationToken);
        discord.Faults.Zombie = true;
        await closed;
        discord.Faults.Zombie = false;
    }

    /// <summary>Discord is away for a while.</summary>
    private async Task LeaveAsync(Random random, CancellationToken cancellationToken)
    {
        var from = ledger.Now;
        var kind = random.Next(4);
        ledger.Count("away");
        ledger.Excuse(from - Reach, TimeSpan.MaxValue, "Discord was away");
        switch (kind)
        {
            case 0:
                await discord.Gateway.InvalidateSessionAsync(resumable: false, cancellationToken);
                break;
            case 1:
                await discord.Gateway.CloseAsync(Ending[random.Next(Ending.Length)], cancellationToken);
                break;
            case 2:
                await discord.Gateway.CloseAsync(4008, cancellationToken);
                break;
            default:
                await RefuseAsync(cancellationToken);
                break;
        }

        await BackAsync(cancellationToken);
        ledger.Return(from - Reach, ledger.Now + Reach);
    }

    private async Task RefuseAsync(CancellationToken cancellationToken)
    {
        discord.Faults.RefuseConnections = true;
        discord.Gateway.Cut();
        await PauseAsync(TimeSpan.FromSeconds(3), cancellationToken);
        discord.Faults.RefuseConnections = false;
    }

    /// <summary>Waits until the bot has noticed, and is there again.</summary>
    private async Task BackAsync(CancellationToken cancellationToken)
    {
        await PauseAsync(TimeSpan.FromMilliseconds(500), cancellationToken);
        while (!bot.IsConnected || discord.Gateway.OpenConnections != 1)
        {
            await PauseAsync(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    private async Task DisturbRestAsync(Random random, CancellationToken cancellationToken)
    {
        while (true)
        {
            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(300, 1_500)), cancellationToken);
            switch (random.Next(10))
            {
                case 0:
                    ledger.Count("split frames");
                    discord.Faults.FramesAMessage = random.Next(2, 9);
                    await PauseAsync(TimeSpan.FromSeconds(0.5), cancellationToken);
                    discord.Faults.FramesAMessage = 1;
                    break;
                case 1:
                    ledger.Count("replay");
                    await discord.Gateway.ReplayAsync(3, cancellationToken);
                    break;
                case 2:
                    ledger.Count("unwanted event");
                    await discord.Gateway.DispatchAsync("GUILD_CREATE", new JsonObject { ["id"] = "1" }, cancellationToken);
                    break;
                default:
                    Misbehave(random);
                    break;
            }
        }
    }

    private void Misbehave(Random random)
    {
        var (name, fault, losses) = random.Next(8) switch
        {
            0 => ("502", RestFault.Plain(502, "<html>"), 0),
            1 => ("cut after", RestFault.CutAfterReceiving(), 0),
            2 => ("429 user", Refused("user", random), 0),
            3 => ("429 shared", Refused("shared", random), 0),
            4 => ("slow", RestFault.Slow(TimeSpan.FromMilliseconds(random.Next(100, 700))), 0),
            5 => ("hang", RestFault.Hang(), 1),
            6 => ("429 of an edit", RestFault.RateLimited("user", TimeSpan.FromSeconds(0.4)) with { Route = "original-patch" }, 0),
            _ => ("503 for long", RestFault.Plain(503, "") with { Times = 4 }, 4),
        };
        ledger.Count(name);
        ledger.Allow(losses, $"REST was away ({name})");

        discord.Faults.Add(fault with { Route = fault.Route ?? "callback" });
    }

    private static RestFault Refused(string scope, Random random)
    {
        var seconds = 0.1 + (0.4 * random.NextDouble());
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = false };
        var headers = new Dictionary<string, string> { ["Retry-After"] = "1", ["X-RateLimit-Scope"] = scope };
        return RestFault.Answer(429, body, headers);
    }

    private static Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        Task.Delay(pause, TimeProvider.System, cancellationToken);
}
