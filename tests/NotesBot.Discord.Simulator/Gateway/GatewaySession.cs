using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>A session: what was dispatched, in order, and the connection that it has at the moment. One lock guards it all.</summary>
internal sealed class GatewaySession(World world, string id, int shard, int shardCount) : IDisposable
{
    private const int Kept = 5_000;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Queue<(long Sequence, JsonObject Payload)> _sent = new();
    private GatewayConnection? _connection;
    private DateTimeOffset? _lostAt;
    private long _sequence;

    public string Id => id;

    public int Shard => shard;

    public int ShardCount => shardCount;

    public bool IsInvalid { get; private set; }

    public GatewayConnection? Connection => _connection;

    public long Sequence => Interlocked.Read(ref _sequence);

    public bool CanResume => !IsInvalid && (_lostAt is not { } lost || world.Now - lost <= world.Options.SessionLifetime);

    public void Invalidate() => IsInvalid = true;

    public void Dispose() => _gate.Dispose();

    /// <summary>Numbers an event, keeps it for a resume, and sends it if there is a connection.</summary>
    public async Task DispatchAsync(string type, JsonNode? data, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var payload = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = Interlocked.Increment(ref _sequence), ["d"] = data };
            _sent.Enqueue((_sequence, payload));
            if (_sent.Count > Kept)
            {
                _sent.Dequeue();
            }

            if (_connection is { } connection)
            {
                await connection.SendAsync(payload, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a connection and sends what came after <paramref name="after"/>.</summary>
    public async Task AttachAsync(GatewayConnection connection, long after, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var (sequence, payload) in _sent)
            {
                if (sequence > after)
                {
                    await connection.SendAsync(payload, cancellationToken);
                }
            }

            _connection = connection;
            _lostAt = null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The newest events once more, as they were.</summary>
    public async Task ReplayAsync(int count, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var (_, payload) in _sent.TakeLast(count))
            {
                await (_connection?.SendAsync(payload, cancellationToken) ?? Task.CompletedTask);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets go of a connection that ended.</summary>
    public void Detach(GatewayConnection connection)
    {
        if (Interlocked.CompareExchange(ref _connection, null, connection) == connection)
        {
            _lostAt = world.Now;
        }
    }
}
