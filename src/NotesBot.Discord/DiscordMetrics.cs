using System.Diagnostics.Metrics;

namespace NotesBot.Discord;

/// <summary>What the room counts, for whoever listens to the meter <c>NotesBot.Discord</c>. Safe from many threads.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "NotesBot.Discord";

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> dropped;
    private readonly Counter<long> repeated;
    private readonly Histogram<double> heartbeat;
    private long droppedCount;
    private long heartbeatCount;

    /// <summary>Makes the instruments.</summary>
    public DiscordMetrics()
    {
        dropped = meter.CreateCounter<long>("discord.interactions.dropped", "{interaction}", "Could not be answered in time");
        repeated = meter.CreateCounter<long>("discord.interactions.repeated", "{interaction}", "Had been answered already");
        heartbeat = meter.CreateHistogram<double>("discord.gateway.latency", "ms", "From a heartbeat to its acknowledgement");
    }

    /// <summary>Interactions that could not be answered in time.</summary>
    public long Dropped => Interlocked.Read(ref droppedCount);

    /// <summary>Heartbeats that were acknowledged.</summary>
    public long Heartbeats => Interlocked.Read(ref heartbeatCount);

    /// <summary>An interaction could not be answered in time.</summary>
    public void InteractionDropped()
    {
        Interlocked.Increment(ref droppedCount);
        dropped.Add(1);
    }

    /// <summary>An interaction came again.</summary>
    public void InteractionRepeated() => repeated.Add(1);

    /// <summary>A heartbeat was acknowledged.</summary>
    public void HeartbeatAcknowledged(TimeSpan after)
    {
        heartbeat.Record(after.TotalMilliseconds);
        Interlocked.Increment(ref heartbeatCount);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
