namespace NotesBot.Discord;

/// <summary>Numbers of Discord's documents that the transport keeps, each with the page it is from; and our own, marked so.</summary>
internal static class DiscordLimits
{
    /// <summary>The API version that everything here is written for. Page "Reference".</summary>
    public const int ApiVersion = 10;

    /// <summary>Longest token that is taken for one, in characters. Ours.</summary>
    public const int TokenLength = 500;

    /// <summary>Until the first response to an interaction. Page "Receiving and Responding".</summary>
    public static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token lives. Page "Receiving and Responding".</summary>
    public static readonly TimeSpan InteractionToken = TimeSpan.FromMinutes(15);

    /// <summary>Largest file by default, in bytes. Page "Reference", section "Uploading Files".</summary>
    public const long FileBytes = 10 * 1024 * 1024;

    /// <summary>Most files in one message. Page "Message".</summary>
    public const int Files = 10;

    /// <summary>Largest payload that may be sent to the gateway, in bytes. Page "Gateway".</summary>
    public const int GatewayPayloadBytes = 4096;

    /// <summary>Most payloads that may be sent to the gateway within <see cref="GatewaySendWindow"/>. Page "Gateway".</summary>
    public const int GatewaySends = 120;

    /// <summary>The window of <see cref="GatewaySends"/>. Page "Gateway".</summary>
    public static readonly TimeSpan GatewaySendWindow = TimeSpan.FromSeconds(60);

    /// <summary>Between two identifies of one concurrency bucket. Page "Gateway".</summary>
    public static readonly TimeSpan IdentifySpacing = TimeSpan.FromSeconds(5);

    /// <summary>Identifies of the day that are left untouched: at none, Discord resets the token. Ours.</summary>
    public const int IdentifyReserve = 50;

    /// <summary>Largest gateway message that is read, in bytes; a READY may have megabytes. Ours.</summary>
    public const int GatewayMessageBytes = 64 * 1024 * 1024;

    /// <summary>Largest answer of the API that is read, in bytes. Ours.</summary>
    public const int ResponseBytes = 4 * 1024 * 1024;

    /// <summary>Requests a second over all routes that are bound to the global limit. Page "Rate Limits".</summary>
    public const int GlobalRequestsPerSecond = 50;

    /// <summary>Invalid requests within <see cref="InvalidWindow"/> at which we stop; Discord bans at 10,000. Page "Rate Limits";
    /// ours.</summary>
    public const int InvalidRequests = 9_000;

    /// <summary>The window of <see cref="InvalidRequests"/>. Page "Rate Limits".</summary>
    public static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);
}
