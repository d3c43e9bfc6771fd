namespace NotesBot.Discord.Gateway;

/// <summary>The state of one gateway session. It knows no socket, no clock and no JSON: only what follows from what.</summary>
/// <param name="ApplicationId">The application that it must be; <see langword="null"/> until Discord says.</param>
/// <remarks>Source: Discord's page "Gateway", sections "Connection Lifecycle" and "Resuming".</remarks>
internal sealed record GatewaySession(ulong? ApplicationId)
{
    /// <summary>Resumes that are tried where READY said; those after them go where sessions begin.</summary>
    private const int ResumesAtTheirUrl = 2;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterInvalid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterRateLimit = TimeSpan.FromSeconds(10);

    /// <summary>Where the connection stands.</summary>
    public GatewayPhase Phase { get; init; } = GatewayPhase.Idle;

    /// <summary>What a resume names; <see langword="null"/> without a session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Where a resume goes; <see langword="null"/> without a session.</summary>
    public Uri? ResumeUrl { get; init; }

    /// <summary>Where the session began; <see langword="null"/> without one.</summary>
    public Uri? FirstUrl { get; init; }

    /// <summary>The last number seen; <see langword="null"/> before the first.</summary>
    public long? Sequence { get; init; }

    /// <summary>Whether the last scheduled heartbeat is unanswered.</summary>
    public bool AckPending { get; init; }

    /// <summary>Connections since the last READY or RESUMED.</summary>
    public int Failures { get; init; }

    private bool IsIdentified => Phase is GatewayPhase.Identifying or GatewayPhase.Resuming or GatewayPhase.Live;

    /// <summary>What follows from an input.</summary>
    public (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) On(GatewayInput input) => input switch
    {
        _ when Phase == GatewayPhase.Stopped => (this, []),
        Started => (this with { Phase = GatewayPhase.Connecting }, [new Connect(null, Pause.None, "starting")]),
        Opened => (this with { Phase = GatewayPhase.AwaitingHello, AckPending = false }, [new AwaitHello()]),
        ConnectFailed => Retry("no connection", closes: false),
        HelloOverdue when Phase == GatewayPhase.AwaitingHello => Retry("no HELLO came"),
        ReadyOverdue when Phase is GatewayPhase.Identifying or GatewayPhase.Resuming => Retry("neither READY nor RESUMED came"),
        Closed closed => OnClosed(closed.Code),
        PayloadRefused => Anew("a payload of ours was too large", closes: true),
        Unintelligible => Retry("a frame could not be read"),
        Hello hello when Phase == GatewayPhase.AwaitingHello => OnHello(hello.Interval),
        _ when !IsIdentified => (this, []),
        HeartbeatDue when AckPending => Retry("Discord stopped acknowledging heartbeats"),
        HeartbeatDue => (this with { AckPending = true }, [new SendHeartbeat(Sequence, IsScheduled: true)]),
        HeartbeatRequested => (this, [new SendHeartbeat(Sequence, IsScheduled: false)]),
        HeartbeatAcknowledged => (this with { AckPending = false }, []),
        ReconnectRequested => Retry("Discord asked us to reconnect"),
        SessionInvalidated invalid => OnInvalidated(invalid.Resumable),
        Dispatched dispatched => (this with { Sequence = dispatched.Sequence ?? Sequence }).OnDispatch(dispatched),
        _ => (this, []),
    };

    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) OnHello(TimeSpan interval) => SessionId is { } id
        ? (this with { Phase = GatewayPhase.Resuming },
            [new StartHeartbeats(interval), new SendResume(id, Sequence ?? 0), new AwaitReady()])
        : (this with { Phase = GatewayPhase.Identifying }, [new StartHeartbeats(interval), new SendIdentify(), new AwaitReady()]);

    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) OnDispatch(Dispatched dispatched) => dispatched switch
    {
        ReadyReceived ready => OnReady(ready),
        ResumedReceived => (this with { Phase = GatewayPhase.Live, Failures = 0 }, [new ReportLive(Resumed: true)]),
        InteractionReceived interaction =>
            (this, [new HandleInteraction(interaction.Id, interaction.Payload, interaction.ReceivedAt)]),
        _ => (this, []),
    };

    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) OnReady(ReadyReceived ready)
    {
        if (ApplicationId is { } expected && ready.ApplicationId is { } actual && expected != actual)
        {
            return (this with { Phase = GatewayPhase.Stopped },
            [
                new Close(CloseCodes.Leaving),
                new Stop(
                    $"The token belongs to application {actual}, not to {expected}: correct Discord__Token or Discord__ApplicationId."),
            ]);
        }

        var live = this with
        {
            Phase = GatewayPhase.Live,
            SessionId = ready.SessionId,
            ResumeUrl = ready.ResumeUrl,
            FirstUrl = ready.FirstUrl,
            ApplicationId = ApplicationId ?? ready.ApplicationId,
            Failures = 0,
        };
        return (live, [new ReportLive(Resumed: false)]);
    }

    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) OnInvalidated(bool resumable) => (resumable, Phase) switch
    {
        (true, _) => Retry("Discord interrupted the session"),
        (_, GatewayPhase.Identifying) =>
            Again("Discord refused the session", Pause.Before(Failures).AtLeast(AfterInvalid, AfterInvalid + Shortest), closes: true),
        _ => Anew("Discord ended the session", closes: true),
    };

    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) OnClosed(int? code)
    {
        var reason = code is null ? "the connection broke" : $"Discord closed the connection with {code}";
        if (CloseCodes.Explain(code) is { } sentence)
        {
            GatewayEffect end = CloseCodes.IsWrongShardCount(code) ? new Reshard(sentence) : new Stop(sentence);
            return (this with { Phase = GatewayPhase.Stopped }, [end]);
        }

        if (CloseCodes.EndsSession(code))
        {
            return Anew(reason, closes: false);
        }

        return CloseCodes.IsRateLimit(code)
            ? Again(reason, Pause.Before(Failures).AtLeast(AfterRateLimit / 2, AfterRateLimit), closes: false)
            : Retry(reason, closes: false);
    }

    /// <summary>The connection failed: the session lives on, since Discord did not say otherwise.</summary>
    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) Retry(string reason, bool closes = true) =>
        Again(reason, Pause.Before(Failures), closes);

    /// <summary>A new connection for the session, if there is one.</summary>
    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) Again(string reason, Pause pause, bool closes)
    {
        var next = this with { Phase = GatewayPhase.Connecting, Failures = Failures + 1, AckPending = false };
        return (next, Effects(closes, new Connect(Failures < ResumesAtTheirUrl ? ResumeUrl : FirstUrl, pause, reason)));
    }

    /// <summary>
    /// A new connection and a new session, after 1 to 5 s, so that not all bots come at once. Where Discord ended a session it is there:
    /// what failed before counts no more, and how often sessions may begin is counted apart.
    /// </summary>
    private (GatewaySession Next, IReadOnlyList<GatewayEffect> Effects) Anew(string reason, bool closes)
    {
        var failures = SessionId is null ? Failures : 0;
        var forgotten = this with { SessionId = null, ResumeUrl = null, FirstUrl = null, Sequence = null, Failures = failures };
        return forgotten.Again(reason, Pause.Before(failures).AtLeast(Shortest, AfterInvalid), closes);
    }

    private static GatewayEffect[] Effects(bool closes, Connect connect) =>
        closes ? [new Close(CloseCodes.ComingBack), connect] : [connect];
}

/// <summary>Where a connection stands.</summary>
internal enum GatewayPhase
{
    /// <summary>Nothing has begun.</summary>
    Idle,

    /// <summary>A connection is to be opened.</summary>
    Connecting,

    /// <summary>It is open; nothing may be sent.</summary>
    AwaitingHello,

    /// <summary>Identify was sent.</summary>
    Identifying,

    /// <summary>Resume was sent.</summary>
    Resuming,

    /// <summary>READY or RESUMED came.</summary>
    Live,

    /// <summary>For good.</summary>
    Stopped,
}
