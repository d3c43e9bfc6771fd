using System.Globalization;
using NotesBot.Discord.Simulator.Gateway;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>Faults by name, for <c>--fault</c> and the console: <c>op7</c>, <c>close=4009</c>, <c>429-user=2</c>, <c>cut@30</c> (30 s after
/// READY).</summary>
internal static class FaultCommand
{
    /// <summary>All names, for help.</summary>
    public const string Names =
        "zombie no-hello refuse op1 op7 op9 op9-resumable close=CODE cut dead-resume-url silent-resume-url " +
        "close-identify=CODE invalid-identify invalid-resume split=FRAMES garbage big-ready=BYTES replay=EVENTS foreign " +
        "429-user=S 429-shared=S 429-global=S 429-cloudflare=S 401 5xx slow=S hang " +
        "cut-after off";

    private const string Guild = """{"id":"613425648685547541","name":"elsewhere","unavailable":false}""";

    /// <summary>Does what the name says; false when there is no such fault.</summary>
    public static async Task<bool> ApplyAsync(DiscordSimulator discord, string text, CancellationToken cancellationToken)
    {
        var (name, value) = text.Split('=', 2) is [var left, var right] ? (left, right) : (text, "");
        return Switch(discord.Faults, name, value) || AddRest(discord.Faults, name, value)
            || await ActAsync(discord.Gateway, name, value, cancellationToken);
    }

    private static bool Switch(Faults faults, string name, string value)
    {
        Action? change = name switch
        {
            "zombie" => () => faults.Zombie = true,
            "no-hello" => () => faults.NoHello = true,
            "refuse" => () => faults.RefuseConnections = true,
            "dead-resume-url" => () => faults.ResumeUrl = ResumeUrlFault.Dead,
            "silent-resume-url" => () => faults.ResumeUrl = ResumeUrlFault.Silent,
            "close-identify" => () => faults.CloseOnIdentify = Number(value, 4004),
            "invalid-identify" => () => faults.InvalidOnIdentify = true,
            "invalid-resume" => () => faults.InvalidOnResume = false,
            "split" => () => faults.FramesAMessage = Number(value, 5),
            "big-ready" => () => faults.ReadyPadding = Number(value, 3_000_000),
            "off" => faults.Clear,
            _ => null,
        };
        change?.Invoke();
        return change is not null;
    }

    private static bool AddRest(Faults faults, string name, string value)
    {
        var wait = TimeSpan.FromSeconds(double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? seconds : 2);
        var fault = name switch
        {
            "429-user" or "429-shared" or "429-global" => RestFault.RateLimited(name[4..], wait),
            "429-cloudflare" => RestFault.Cloudflare(wait),
            "401" => RestFault.Error(401, 0, "401: Unauthorized"),
            "5xx" => RestFault.Error(502, 0, "502: Bad Gateway"),
            "slow" => RestFault.Slow(wait),
            "hang" => RestFault.Hang(),
            "cut-after" => RestFault.CutAfterReceiving(),
            _ => null,
        };
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault is not null;
    }

    private static async Task<bool> ActAsync(GatewayControl gateway, string name, string value, CancellationToken cancellationToken)
    {
        var act = name switch
        {
            "op1" => gateway.RequestHeartbeatAsync(cancellationToken),
            "op7" => gateway.RequestReconnectAsync(cancellationToken),
            "op9" => gateway.InvalidateSessionAsync(resumable: false, cancellationToken),
            "op9-resumable" => gateway.InvalidateSessionAsync(resumable: true, cancellationToken),
            "close" => gateway.CloseAsync(value.Length == 0 ? null : Number(value, 4000), cancellationToken),
            "garbage" => gateway.SendRawAsync("{\"op\":0,\"t\":", 1, cancellationToken),
            "replay" => gateway.ReplayAsync(Number(value, 5), cancellationToken),
            "foreign" => gateway.DispatchAsync("GUILD_CREATE", System.Text.Json.Nodes.JsonNode.Parse(Guild), cancellationToken),
            "cut" => Cut(gateway),
            _ => null,
        };
        await (act ?? Task.CompletedTask);
        return act is not null;
    }

    private static Task Cut(GatewayControl gateway)
    {
        gateway.Cut();
        return Task.CompletedTask;
    }

    private static int Number(string value, int otherwise) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
