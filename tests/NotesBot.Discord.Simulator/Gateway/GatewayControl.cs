using System.Text;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>The gateway as a test sees and drives it. What it does, it does to every shard's connection.</summary>
public sealed class GatewayControl
{
    private static readonly int[] EndsSession = [4003, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];
    private readonly GatewayServer _server;

    internal GatewayControl(GatewayServer server) => _server = server;

    /// <summary>What happened, in order.</summary>
    public EventLog<GatewayEvent> Events => _server.Events;

    /// <summary>Connections, refused ones included, since a session last began or went on.</summary>
    public int Attempts => _server.Attempts;

    /// <summary>How many connections are open.</summary>
    public int OpenConnections => _server.Connections.Count;

    /// <summary>The last sequence number of the newest session.</summary>
    public long Sequence => _server.Sessions.Count == 0 ? 0 : _server.Sessions[^1].Sequence;

    /// <summary>The first READY, or the <paramref name="count"/>th.</summary>
    public Task<GatewayEvent> ReadyAsync(CancellationToken cancellationToken, int count = 1) =>
        Events.NthAsync(count, happened => happened.Kind == GatewayEventKind.Ready, cancellationToken);

    /// <summary>The first RESUMED, or the <paramref name="count"/>th.</summary>
    public Task<GatewayEvent> ResumedAsync(CancellationToken cancellationToken, int count = 1) =>
        Events.NthAsync(count, happened => happened.Kind == GatewayEventKind.Resumed, cancellationToken);

    /// <summary>The first payload of an op from the bot, or the <paramref name="count"/>th.</summary>
    public Task<GatewayEvent> ReceivedAsync(int op, CancellationToken cancellationToken, int count = 1) =>
        Events.NthAsync(count, happened => happened.Kind == GatewayEventKind.Received && happened.Op == op, cancellationToken);

    /// <summary>The first end of a connection, or the <paramref name="count"/>th.</summary>
    public Task<GatewayEvent> ClosedAsync(CancellationToken cancellationToken, int count = 1) =>
        Events.NthAsync(count, happened => happened.Kind == GatewayEventKind.Closed, cancellationToken);

    /// <summary>Op 7: asks the bot to reconnect and resume.</summary>
    public Task RequestReconnectAsync(CancellationToken cancellationToken) => EachAsync(connection =>
    {
        connection.MustKeepSession = new Rule("GW-22", "OP");
        return SendAsync(connection, new JsonObject { ["op"] = 7, ["d"] = null, ["s"] = null, ["t"] = null }, cancellationToken);
    });

    /// <summary>Op 9: the session is invalid; <paramref name="resumable"/> is its <c>d</c>.</summary>
    public Task InvalidateSessionAsync(bool resumable, CancellationToken cancellationToken) => EachAsync(connection =>
    {
        if (resumable)
        {
            connection.MustKeepSession = new Rule("GW-23", "GW");
        }
        else
        {
            connection.Session?.Invalidate();
        }

        return SendAsync(connection, new JsonObject { ["op"] = 9, ["d"] = resumable, ["s"] = null, ["t"] = null }, cancellationToken);
    });

    /// <summary>Op 1: asks for a heartbeat at once.</summary>
    public Task RequestHeartbeatAsync(CancellationToken cancellationToken) =>
        EachAsync(connection => SendAsync(connection, new JsonObject { ["op"] = 1, ["d"] = null, ["s"] = null, ["t"] = null },
            cancellationToken));

    /// <summary>Closes with a code (<see langword="null"/>: a close frame without one). Codes that say so end the session.</summary>
    public Task CloseAsync(int? code, CancellationToken cancellationToken) => EachAsync(connection =>
    {
        if (code is { } given && EndsSession.Contains(given))
        {
            connection.Session?.Invalidate();
        }

        return connection.CloseAsync(code, cancellationToken);
    });

    /// <summary>Cuts the TCP connections without a close frame.</summary>
    public void Cut()
    {
        foreach (var connection in _server.Connections)
        {
            connection.Cut();
        }
    }

    /// <summary>Sends a text message as it is given, in so many frames; it need not be JSON.</summary>
    public Task SendRawAsync(string text, int frames, CancellationToken cancellationToken) =>
        EachAsync(connection => connection.SendRawAsync(Encoding.UTF8.GetBytes(text), frames, cancellationToken));

    /// <summary>Dispatches an event of any name to every session, connected or not: it is numbered and kept for a resume.</summary>
    public async Task DispatchAsync(string type, JsonNode? data, CancellationToken cancellationToken)
    {
        foreach (var session in _server.Sessions)
        {
            await session.DispatchAsync(type, data?.DeepClone(), cancellationToken);
        }
    }

    /// <summary>Sends the newest events once more.</summary>
    public async Task ReplayAsync(int count, CancellationToken cancellationToken)
    {
        foreach (var session in _server.Sessions)
        {
            await session.ReplayAsync(count, cancellationToken);
        }
    }

    private static Task SendAsync(GatewayConnection connection, JsonObject payload, CancellationToken cancellationToken) =>
        connection.SendAsync(payload, cancellationToken);

    private Task EachAsync(Func<GatewayConnection, Task> act) => Task.WhenAll(_server.Connections.Select(act));
}
