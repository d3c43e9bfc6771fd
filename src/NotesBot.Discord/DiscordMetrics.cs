using System.Diagnostics.Metrics;

namespace NotesBot.Discord;

/// <summary>What the room counts, for whoever listens to the meter <c>NotesBot.Discord</c>. Safe from many threads.</summary>
internal sealed class DiscordMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "NotesBot.Discord";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _interactions;
    private readonly Histogram<double> _response;
    private readonly Histogram<double> _delay;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _sessions;
    private readonly UpDownCounter<int> _live;
    private readonly Histogram<double> _heartbeat;
    private long _droppedCount;
    private long _heartbeatCount;

    /// <summary>Makes the instruments.</summary>
    public DiscordMetrics()
    {
        _interactions = _meter.CreateCounter<long>("notesbot.interactions", "{interaction}", "Interactions, by command and outcome");
        _response = _meter.CreateHistogram<double>("notesbot.interaction.response", "s", "From the arrival to the first response");
        _delay = _meter.CreateHistogram<double>("notesbot.interaction.delay", "s", "From the time in an interaction's id to its arrival");
        _dropped = _meter.CreateCounter<long>("notesbot.interactions.dropped", "{interaction}", "Waited too long to be answered in time");
        _repeated = _meter.CreateCounter<long>("notesbot.interactions.repeated", "{interaction}", "Had been answered already");
        _sessions = _meter.CreateCounter<long>("notesbot.gateway.sessions", "{session}", "Sessions begun or resumed");
        _live = _meter.CreateUpDownCounter<int>("notesbot.gateway.live", "{shard}", "Shards over which interactions can arrive");
        _heartbeat = _meter.CreateHistogram<double>("notesbot.gateway.latency", "s", "From a heartbeat to its acknowledgement");
    }

    /// <summary>Interactions that could not be answered in time.</summary>
    public long Dropped => Interlocked.Read(ref _droppedCount);

    /// <summary>Heartbeats that were acknowledged.</summary>
    public long Heartbeats => Interlocked.Read(ref _heartbeatCount);

    /// <summary>An interaction was dealt with.</summary>
    /// <param name="command">What was asked: a command's name, or the kind of interaction. One of few.</param>
    /// <param name="outcome">What became of it.</param>
    public void InteractionEnded(string command, InteractionOutcome outcome) =>
        _interactions.Add(1, new("command", command), new("outcome", Text(outcome)));

    /// <summary>A first response was sent.</summary>
    /// <param name="command">See <see cref="InteractionEnded"/>.</param>
    /// <param name="after">Since the interaction arrived.</param>
    public void Responded(string command, TimeSpan after) => _response.Record(after.TotalSeconds, new KeyValuePair<string, object?>("command", command));

    /// <summary>An interaction arrived.</summary>
    /// <param name="after">Since it was made, by Discord's clock against that of this machine: below zero where that is slow.</param>
    public void Arrived(TimeSpan after) => _delay.Record(after.TotalSeconds);

    /// <summary>An interaction could not be answered in time.</summary>
    public void InteractionDropped()
    {
        Interlocked.Increment(ref _droppedCount);
        _dropped.Add(1);
    }

    /// <summary>An interaction came again.</summary>
    public void InteractionRepeated() => _repeated.Add(1);

    /// <summary>Interactions arrive over one shard more.</summary>
    public void ShardLive(bool resumed)
    {
        _sessions.Add(1, new KeyValuePair<string, object?>("kind", resumed ? "resumed" : "new"));
        _live.Add(1);
    }

    /// <summary>Interactions arrive over one shard less.</summary>
    public void ShardLost() => _live.Add(-1);

    /// <summary>A heartbeat was acknowledged.</summary>
    public void HeartbeatAcknowledged(TimeSpan after)
    {
        _heartbeat.Record(after.TotalSeconds);
        Interlocked.Increment(ref _heartbeatCount);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static string Text(InteractionOutcome outcome) => outcome switch
    {
        InteractionOutcome.Answered => "answered",
        InteractionOutcome.Failed => "failed",
        InteractionOutcome.Refused => "refused",
        InteractionOutcome.Shortened => "shortened",
        InteractionOutcome.Late => "late",
        _ => "lost",
    };
}

/// <summary>What became of an interaction.</summary>
internal enum InteractionOutcome
{
    /// <summary>Nothing arrived at Discord.</summary>
    Lost,

    /// <summary>It has its answer.</summary>
    Answered,

    /// <summary>The command failed: the person has a sentence with the id of the failure.</summary>
    Failed,

    /// <summary>The person was told that the bot is busy, or that they ask too often.</summary>
    Refused,

    /// <summary>Discord refused the answer and took a shorter one.</summary>
    Shortened,

    /// <summary>Discord took it no more: the three seconds or the fifteen minutes were over.</summary>
    Late,
}
