using System.Diagnostics.Metrics;

namespace NotesBot.Discord;

/// <summary>What the room counts, for whoever listens to the meter <c>NotesBot.Discord</c>. Safe from many threads.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "NotesBot.Discord";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _repeated;
    private readonly Histogram<double> _heartbeat;
    private long _droppedCount;
    private long _heartbeatCount;

    /// <summary>Makes the instruments.</summary>
    public DiscordMetrics()
    {
        _dropped = _meter.CreateCounter<long>("discord.interactions.dropped", "{interaction}", "Could not be answered in time");
        _repeated = _meter.CreateCounter<long>("discord.interactions.repeated", "{interaction}", "Had been answered already");
        _heartbeat = _meter.CreateHistogram<double>("discord.gateway.latency", "ms", "From a heartbeat to its acknowledgement");
    }

    /// <summary>Interactions that could not be answered in time.</summary>
    public long Dropped => Interlocked.Read(ref _droppedCount);

    /// <summary>Heartbeats that were acknowledged.</summary>
    public long Heartbeats => Interlocked.Read(ref _heartbeatCount);

    /// <summary>An interaction could not be answered in time.</summary>
    public void InteractionDropped()
    {
        Interlocked.Increment(ref _droppedCount);
        _dropped.Add(1);
    }

    /// <summary>An interaction came again.</summary>
    public void InteractionRepeated() => _repeated.Add(1);

    /// <summary>A heartbeat was acknowledged.</summary>
    public void HeartbeatAcknowledged(TimeSpan after)
    {
        _heartbeat.Record(after.TotalMilliseconds);
        Interlocked.Increment(ref _heartbeatCount);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
