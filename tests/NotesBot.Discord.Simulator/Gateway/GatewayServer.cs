using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>The gateway: connections, sessions, and what each may do.</summary>
internal sealed class GatewayServer(World world, Faults faults, MessageFactory messages) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];
    private int _numbers;
    private int _attempts;

    /// <summary>The port of the first URL; set once the server listens.</summary>
    public int Port { get; set; }

    /// <summary>The port of the resume URL; set once the server listens.</summary>
    public int ResumePort { get; set; }

    /// <summary>Connections, refused ones included, since a session last began or went on.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>A port where nothing listens.</summary>
    public int DeadPort { get; set; }

    public string Url => Address(Port);

    public IdentifyBudget Budget { get; } = new(world);

    public EventLog<GatewayEvent> Events { get; } = new(world.Options.Keep);

    /// <summary>The sessions that were not given up, newest last.</summary>
    public IReadOnlyList<GatewaySession> Sessions
    {
        get
        {
            lock (_gate)
            {
                return [.. _sessions.Where(session => session.CanResume)];
            }
        }
    }

    /// <summary>The open connections.</summary>
    public IReadOnlyList<GatewayConnection> Connections
    {
        get
        {
            lock (_gate)
            {
                return [.. _connections];
            }
        }
    }

    /// <summary>Serves one connection to its end.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var atResumeUrl = context.Connection.LocalPort == ResumePort;
        Interlocked.Increment(ref _attempts);
        if (faults.RefuseConnections || (atResumeUrl && faults.ResumeUrl == ResumeUrlFault.Refusing))
        {
            context.Abort();
            return;
        }

        CheckQuery(context.Request);
        var accepting = new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan };
        using var socket = await context.WebSockets.AcceptWebSocketAsync(accepting);
        var number = Interlocked.Increment(ref _numbers);
        using var connection = new GatewayConnection(number, socket, context, faults) { AtResumeUrl = atResumeUrl };
        lock (_gate)
        {
            _connections.Add(connection);
        }

        Say(connection, GatewayEventKind.Opened, null);
        int? closeCode = null;
        try
        {
            closeCode = await new ConnectionLoop(world, faults, this, connection).RunAsync(context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            closeCode = null;
        }
        finally
        {
            End(connection, closeCode);
        }
    }

    /// <summary>Begins a session and sends READY.</summary>
    public async Task BeginAsync(GatewayConnection connection, JsonElement identify, CancellationToken cancellationToken)
    {
        var shard = JsonText.Items(identify, "shard").Select(item => item.GetInt32()).ToList() is [var id, var count]
            ? (Id: id, Count: count)
            : (Id: 0, Count: 1);
        var session = new GatewaySession(world, Guid.NewGuid().ToString("N"), shard.Id, shard.Count);
        lock (_gate)
        {
            _sessions.RemoveAll(known => !known.CanResume);
            _sessions.Add(session);
        }

        connection.Session = session;
        await session.AttachAsync(connection, 0, cancellationToken);
        await session.DispatchAsync("READY", Ready(session), cancellationToken);
        Volatile.Write(ref _attempts, 0);
        Say(connection, GatewayEventKind.Ready, session.Id);
    }

    /// <summary>The session of an id, if it can be resumed.</summary>
    public GatewaySession? Resumable(string id)
    {
        lock (_gate)
        {
            return _sessions.Find(session => session.Id == id && session.CanResume);
        }
    }

    /// <summary>Goes on with a session: what was missed, then RESUMED.</summary>
    public async Task ResumeAsync(GatewayConnection connection, GatewaySession session, long after, CancellationToken cancellationToken)
    {
        connection.Session = session;
        await session.AttachAsync(connection, after, cancellationToken);
        await session.DispatchAsync("RESUMED", new JsonObject(), cancellationToken);
        Volatile.Write(ref _attempts, 0);
        Say(connection, GatewayEventKind.Resumed, session.Id);
    }

    public void Say(GatewayConnection connection, GatewayEventKind kind, string? sessionId) =>
        Events.Add(new GatewayEvent(world.Now, connection.Number, kind) { AtResumeUrl = connection.AtResumeUrl, SessionId = sessionId });

    public void Dispose()
    {
        lock (_gate)
        {
            _sessions.ForEach(session => session.Dispose());
        }
    }

    private void End(GatewayConnection connection, int? closeCode)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
        }

        connection.Session?.Detach(connection);
        if (closeCode is 1000 or 1001)
        {
            if (connection.MustKeepSession is { } rule && !connection.EndedByServer)
            {
                world.Violate(rule, $"Closed with {closeCode}, which ends the session.", "close");
            }

            if (!connection.EndedByServer)
            {
                connection.Session?.Invalidate();
            }
        }

        Events.Add(new GatewayEvent(world.Now, connection.Number, GatewayEventKind.Closed)
        {
            CloseCode = closeCode,
            AtResumeUrl = connection.AtResumeUrl
        });
    }

    private void CheckQuery(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        if (request.Path.Value is not ("" or "/") || query.Count != 2 || query.GetValueOrDefault("v") != "10"
            || query.GetValueOrDefault("encoding") != "json")
        {
            world.Violate("GW-02", "GW", $"The query must be v=10 and encoding=json; it is \"{request.QueryString}\".", "connect");
        }
    }

    private JsonObject Ready(GatewaySession session)
    {
        var guilds = world.Options.ReadyGuilds is { } count
            ? Enumerable.Range(1, count).Select(number => (ulong)number << 22)
            : world.Options.Guilds;
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = messages.Bot(),
            ["guilds"] = new JsonArray([.. guilds.Select(id =>
                (JsonNode?)new JsonObject { ["id"] = World.Text(id), ["unavailable"] = true })]),
            ["private_channels"] = new JsonArray(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = Address(faults.ResumeUrl == ResumeUrlFault.Dead ? DeadPort : ResumePort),
            ["shard"] = new JsonArray(session.Shard, session.ShardCount),
            ["application"] = new JsonObject { ["id"] = World.Text(world.Options.ApplicationId), ["flags"] = 0 },
        };
        if (faults.ReadyPadding > 0)
        {
            ready["_trace"] = new string('x', faults.ReadyPadding);
        }

        return ready;
    }

    private string Address(int port) => $"ws://127.0.0.1:{port}{(world.Options.TrailingSlash ? "/" : "")}";
}
