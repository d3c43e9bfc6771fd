namespace NotesBot.Discord.Rest;

/// <summary>
/// Where the first response to an interaction goes: the callback route for what came over the gateway (<see cref="InteractionRest"/>),
/// the answer to Discord's own request for what came over HTTP.
/// </summary>
internal interface IFirstResponse
{
    /// <summary>
    /// Whether <see cref="RespondAsync"/> ends when Discord has taken the response. Otherwise it ends when the response has left, and what
    /// follows by another connection may overtake it.
    /// </summary>
    bool IsConfirmed { get; }

    /// <summary>Sends <c>{"type":…,"data":…}</c>. The first call counts; Discord refuses a second.</summary>
    Task<RestResult> RespondAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken);
}

/// <summary>What is needed to answer one interaction. Its text never shows the token.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="ApplicationId">The application that it was sent to.</param>
/// <param name="Token">A secret for 15 minutes.</param>
/// <param name="ReceivedAt">When it arrived, as <see cref="TimeProvider.GetTimestamp"/> counts: both deadlines run from here.</param>
internal sealed record InteractionTarget(ulong Id, ulong ApplicationId, string Token, long ReceivedAt)
{
    /// <summary>Whether what follows the first response may reach Discord before it (<see cref="IFirstResponse.IsConfirmed"/>).</summary>
    public bool MayOvertake { get; init; }

    /// <summary>The id alone.</summary>
    public override string ToString() => $"interaction {Id}";
}

/// <summary>A body to be sent.</summary>
/// <param name="Json">UTF-8 JSON.</param>
internal sealed record MessageBody(ReadOnlyMemory<byte> Json)
{
    /// <summary>Files to go with it, at most 10. The fields <c>attachments</c> of the message are written for them.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>Most bytes of a file (<c>attachment_size_limit</c> of the interaction); larger ones are left out.</summary>
    public long MaxFileBytes { get; init; } = DiscordLimits.FileBytes;
}

/// <summary>A file to be sent.</summary>
/// <param name="Name">How people see it; cleaned before it is sent.</param>
/// <param name="Content">What is in it.</param>
internal sealed record MessageFile(string Name, ReadOnlyMemory<byte> Content);
