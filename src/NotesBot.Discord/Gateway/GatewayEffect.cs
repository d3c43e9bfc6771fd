namespace NotesBot.Discord.Gateway;

/// <summary>Something that a <see cref="GatewaySession"/> wants done.</summary>
internal abstract record GatewayEffect;

/// <summary>Open a new connection after a pause; the old one is of no use.</summary>
/// <param name="Resume">Where to resume; <see langword="null"/> to begin anew where <c>GET /gateway/bot</c> says.</param>
/// <param name="Pause">How long to wait before.</param>
/// <param name="Reason">Why, for the log.</param>
internal sealed record Connect(Uri? Resume, Pause Pause, string Reason) : GatewayEffect;

/// <summary>Close the connection.</summary>
/// <param name="Code">With this close code.</param>
internal sealed record Close(int Code) : GatewayEffect;

/// <summary>Say <see cref="HelloOverdue"/> when HELLO does not come.</summary>
internal sealed record AwaitHello : GatewayEffect;

/// <summary>Say <see cref="ReadyOverdue"/> when neither READY nor RESUMED comes.</summary>
internal sealed record AwaitReady : GatewayEffect;

/// <summary>Begin the schedule of heartbeats.</summary>
/// <param name="Interval">Between two; the first comes at a random part of it.</param>
internal sealed record StartHeartbeats(TimeSpan Interval) : GatewayEffect;

/// <summary>Send opcode 1.</summary>
/// <param name="Sequence">The last number seen.</param>
/// <param name="IsScheduled">Whether it was due; one that Discord asked for may be left out when too many are asked for.</param>
internal sealed record SendHeartbeat(long? Sequence, bool IsScheduled) : GatewayEffect;

/// <summary>Send opcode 2.</summary>
internal sealed record SendIdentify : GatewayEffect;

/// <summary>Send opcode 6.</summary>
/// <param name="SessionId">Which session.</param>
/// <param name="Sequence">The last number seen; 0 for none.</param>
internal sealed record SendResume(string SessionId, long Sequence) : GatewayEffect;

/// <summary>Hand an interaction over.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Payload">The interaction object.</param>
/// <param name="ReceivedAt">When its frame was complete.</param>
internal sealed record HandleInteraction(ulong Id, ReadOnlyMemory<byte> Payload, long ReceivedAt) : GatewayEffect;

/// <summary>Interactions arrive from now on.</summary>
/// <param name="Resumed">Whether it is the old session.</param>
internal sealed record ReportLive(bool Resumed) : GatewayEffect;

/// <summary>The number of shards is wrong: it must be asked for anew.</summary>
/// <param name="Sentence">What to say if that does not help.</param>
internal sealed record Reshard(string Sentence) : GatewayEffect;

/// <summary>It can never work as configured.</summary>
/// <param name="Sentence">What to change.</param>
internal sealed record Stop(string Sentence) : GatewayEffect;

/// <summary>A pause of random length.</summary>
/// <param name="Least">Shortest.</param>
/// <param name="Most">Longest.</param>
internal readonly record struct Pause(TimeSpan Least, TimeSpan Most)
{
    private static readonly TimeSpan Immediate = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>None.</summary>
    public static Pause None => default;

    /// <summary>
    /// Before trying again: first at once, then up to a second, doubling to a minute. From the third on at least half of that: a few short
    /// pauses by chance must not be followed by a long one while an outage is still short.
    /// </summary>
    /// <param name="failures">How often it was tried in vain; 0 for the first time.</param>
    public static Pause Before(int failures)
    {
        var seconds = Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        var most = failures == 0 ? Immediate : TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        return new Pause(failures < 2 ? TimeSpan.Zero : most / 2, most);
    }

    /// <summary>The same, but not shorter than <paramref name="least"/>, and with room for chance up to <paramref name="most"/>.</summary>
    public Pause AtLeast(TimeSpan least, TimeSpan most) => new(least > Least ? least : Least, Most > most ? Most : most);

    /// <summary>A length between the two.</summary>
    public TimeSpan Choose(Random random) => Least + ((Most - Least) * random.NextDouble());
}
