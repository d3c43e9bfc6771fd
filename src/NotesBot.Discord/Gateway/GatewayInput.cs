namespace NotesBot.Discord.Gateway;

/// <summary>Something that happens to a <see cref="GatewaySession"/>.</summary>
internal abstract record GatewayInput;

/// <summary>The bot begins.</summary>
internal sealed record Started : GatewayInput;

/// <summary>A connection is open.</summary>
internal sealed record Opened : GatewayInput;

/// <summary>A connection could not be opened.</summary>
internal sealed record ConnectFailed : GatewayInput;

/// <summary>No HELLO came in time.</summary>
internal sealed record HelloOverdue : GatewayInput;

/// <summary>Neither READY nor RESUMED came in time.</summary>
internal sealed record ReadyOverdue : GatewayInput;

/// <summary>The schedule says that a heartbeat is due.</summary>
internal sealed record HeartbeatDue : GatewayInput;

/// <summary>The connection is gone.</summary>
/// <param name="Code">Discord's close code; <see langword="null"/> when it ended without one.</param>
internal sealed record Closed(int? Code) : GatewayInput;

/// <summary>What we wanted to send is larger than Discord allows, and was not sent.</summary>
internal sealed record PayloadRefused : GatewayInput;

/// <summary>A frame that is no gateway payload.</summary>
internal sealed record Unintelligible : GatewayInput;

/// <summary>Opcode 10.</summary>
/// <param name="Interval">Between two heartbeats.</param>
internal sealed record Hello(TimeSpan Interval) : GatewayInput;

/// <summary>Opcode 1: a heartbeat is wanted at once.</summary>
internal sealed record HeartbeatRequested : GatewayInput;

/// <summary>Opcode 11.</summary>
internal sealed record HeartbeatAcknowledged : GatewayInput;

/// <summary>Opcode 7.</summary>
internal sealed record ReconnectRequested : GatewayInput;

/// <summary>Opcode 9.</summary>
/// <param name="Resumable">Whether the session may still be resumed.</param>
internal sealed record SessionInvalidated(bool Resumable) : GatewayInput;

/// <summary>An opcode that we do not know.</summary>
/// <param name="Op">The opcode.</param>
internal sealed record UnknownOp(int Op) : GatewayInput;

/// <summary>Opcode 0: an event.</summary>
/// <param name="Sequence">Its number; <see langword="null"/> where Discord sent none.</param>
internal abstract record Dispatched(long? Sequence) : GatewayInput;

/// <summary>READY.</summary>
/// <param name="Sequence">See <see cref="Dispatched"/>.</param>
/// <param name="SessionId">What a resume names.</param>
/// <param name="ResumeUrl">Where a resume goes.</param>
/// <param name="ApplicationId">Whose token it was; <see langword="null"/> where Discord did not say.</param>
internal sealed record ReadyReceived(long? Sequence, string SessionId, Uri ResumeUrl, ulong? ApplicationId) : Dispatched(Sequence)
{
    /// <summary>Where it came from: what <c>GET /gateway/bot</c> said.</summary>
    public required Uri FirstUrl { get; init; }
}

/// <summary>RESUMED.</summary>
/// <param name="Sequence">See <see cref="Dispatched"/>.</param>
internal sealed record ResumedReceived(long? Sequence) : Dispatched(Sequence);

/// <summary>INTERACTION_CREATE.</summary>
/// <param name="Sequence">See <see cref="Dispatched"/>.</param>
/// <param name="Id">The interaction.</param>
/// <param name="Payload">The interaction object, a copy.</param>
/// <param name="ReceivedAt">When its frame was complete.</param>
internal sealed record InteractionReceived(long? Sequence, ulong Id, ReadOnlyMemory<byte> Payload, long ReceivedAt) : Dispatched(Sequence);

/// <summary>Any other event: nothing of it is kept.</summary>
/// <param name="Sequence">See <see cref="Dispatched"/>.</param>
/// <param name="Name">Its name.</param>
internal sealed record OtherEvent(long? Sequence, string Name) : Dispatched(Sequence);
