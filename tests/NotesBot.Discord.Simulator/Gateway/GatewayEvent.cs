using System.Text.Json;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>What happened on the gateway.</summary>
public enum GatewayEventKind
{
    /// <summary>A connection was opened.</summary>
    Opened,

    /// <summary>The bot sent a payload.</summary>
    Received,

    /// <summary>A session began: READY was sent.</summary>
    Ready,

    /// <summary>A session went on: RESUMED was sent.</summary>
    Resumed,

    /// <summary>The bot closed, or the connection was lost; <see cref="GatewayEvent.CloseCode"/> is its code.</summary>
    Closed,
}

/// <summary>Something that happened on the gateway.</summary>
/// <param name="At">When.</param>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="Kind">What.</param>
public sealed record GatewayEvent(DateTimeOffset At, int Connection, GatewayEventKind Kind)
{
    /// <summary>The payload's op, where one was received.</summary>
    public int? Op { get; init; }

    /// <summary>The payload that was received.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The code of the bot's close frame; <see langword="null"/> when there was none.</summary>
    public int? CloseCode { get; init; }

    /// <summary>Whether it was the resume URL that was connected to.</summary>
    public bool AtResumeUrl { get; init; }

    /// <summary>The session, where one began or went on.</summary>
    public string? SessionId { get; init; }
}
