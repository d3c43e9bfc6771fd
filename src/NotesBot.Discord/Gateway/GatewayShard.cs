using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>One shard: a session and the connections that carry it, one after the other.</summary>
/// <param name="id">Which.</param>
/// <param name="context">What all shards share.</param>
internal sealed class GatewayShard(ShardId id, ShardContext context)
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);

    /// <summary>A connection that ends sooner after READY or RESUMED waits for it: a server that ends each is not stormed.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);
    private volatile bool _isLive;
    private long? _liveAt;
    private long? _warnedAt;
    private long? _unreachableAt;

    /// <summary>Which.</summary>
    public ShardId Id { get; } = id;

    /// <summary>What all shards share.</summary>
    public ShardContext Context { get; } = context;

    /// <summary>Whether interactions can arrive.</summary>
    public bool IsLive => _isLive;

    /// <summary>Whether it ever was.</summary>
    public bool WasLive { get; private set; }

    /// <summary>Runs until cancelled: then it closes its connection so that the bot is shown offline.</summary>
    /// <param name="applicationId">The application that the token must belong to; <see langword="null"/> for any.</param>
    /// <param name="closing">Cancelled to leave.</param>
    /// <returns>What is wrong with the number of shards.</returns>
    /// <exception cref="TransportStoppedException">It can never work as configured.</exception>
    public async Task<string> RunAsync(ulong? applicationId, CancellationToken closing)
    {
        var (session, effects) = new GatewaySession(applicationId).On(new Started());
        while (true)
        {
            switch (effects[^1])
            {
                case Stop stop:
                    throw new TransportStoppedException(stop.Sentence);
                case Reshard reshard:
                    return reshard.Sentence;
                case Connect connect:
                    (session, effects) = await ConnectAsync(session, connect, closing);
                    break;
                default:
                    throw new InvalidOperationException("A session ended without saying how to go on.");
            }
        }
    }

    /// <summary>Interactions arrive from now on.</summary>
    public void ReportLive(bool resumed)
    {
        if (!_isLive)
        {
            Context.Metrics.ShardLive(resumed);
        }

        _isLive = true;
        WasLive = true;
        _liveAt = Context.Time.GetTimestamp();
        ReportReached();
        if (resumed)
        {
            Context.Logger.SessionResumed(Id.ToString());
        }
        else
        {
            Context.Starts.Ready(Id);
            Context.Logger.SessionReady(Id.ToString());
        }
    }

    private void ReportReached()
    {
        if (_unreachableAt is not null)
        {
            Context.Logger.GatewayReached(Id.ToString());
        }

        (_warnedAt, _unreachableAt) = (null, null);
    }

    private void ReportUnreachable(Uri url, string reason)
    {
        if (IsQuiet(_unreachableAt))
        {
            _unreachableAt = Context.Time.GetTimestamp();
            Context.Logger.GatewayUnreachable(Id.ToString(), url.Host, reason);
        }
    }

    /// <summary>Whether it is long enough ago that the same was said.</summary>
    private bool IsQuiet(long? saidAt) => saidAt is null || Context.Time.GetElapsedTime(saidAt.Value) >= QuietTime;

    private void ReportLost()
    {
        if (_isLive)
        {
            Context.Metrics.ShardLost();
        }

        _isLive = false;
    }

    private async Task<(GatewaySession Session, IReadOnlyList<GatewayEffect> Effects)> ConnectAsync(
        GatewaySession session, Connect connect, CancellationToken closing)
    {
        await PauseAsync(connect, closing);
        using var start = connect.Resume is null ? await Context.Starts.EnterAsync(Id, closing) : null;
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.SetRequestHeader("User-Agent", RestClient.UserAgent);
        var url = connect.Resume ?? start!.Url;
        if (!await OpenAsync(socket, GatewayAddress.WithQuery(url), closing))
        {
            return session.On(new ConnectFailed());
        }

        try
        {
            using var connection = new GatewayConnection(socket, url, this, start);
            return await connection.RunAsync(session, closing);
        }
        finally
        {
            ReportLost();
        }
    }

    private async Task PauseAsync(Connect connect, CancellationToken closing)
    {
        var calm = _liveAt is { } liveAt ? Calm - Context.Time.GetElapsedTime(liveAt) : TimeSpan.Zero;
        var chosen = connect.Pause.Choose(Context.Random);
        var pause = chosen > calm ? chosen : calm;
        if (IsQuiet(_warnedAt))
        {
            _warnedAt = Context.Time.GetTimestamp();
            Context.Logger.Connecting(Id.ToString(), connect.Reason, pause.TotalMilliseconds, connect.Resume is not null);
        }

        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, Context.Time, closing);
        }
    }

    private async Task<bool> OpenAsync(ClientWebSocket socket, Uri url, CancellationToken closing)
    {
        using var timeout = new CancellationTokenSource(ConnectTime, Context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, closing);
        try
        {
            await socket.ConnectAsync(url, either.Token);
            return true;
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException || IsTimeout(e, closing))
        {
            ReportUnreachable(url, IsTimeout(e, closing) ? "no answer in time" : e.GetBaseException().Message);
            return false;
        }
    }

    private static bool IsTimeout(Exception e, CancellationToken closing) =>
        e is OperationCanceledException && !closing.IsCancellationRequested;
}

/// <summary>What all shards share.</summary>
/// <param name="Credential">The token.</param>
/// <param name="Starts">When sessions may begin.</param>
/// <param name="Queue">Where interactions go.</param>
/// <param name="Metrics">What is counted.</param>
internal sealed record ShardContext(BotCredential Credential, SessionStarts Starts, InteractionQueue Queue, DiscordMetrics Metrics)
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Chance.</summary>
    public required Random Random { get; init; }

    /// <summary>The log.</summary>
    public required ILogger Logger { get; init; }
}
