using NotesBot.Discord.Payloads;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>Answers interactions. The gateway's queue and the HTTP endpoint hand them over here.</summary>
internal interface IInteractionHandler
{
    /// <summary>
    /// Answers: the first response within three seconds of <see cref="ReceivedInteraction.ReceivedAt"/>, the rest in its own time.
    /// Ends when all is sent. The token is cancelled when the process can wait no longer.
    /// </summary>
    Task HandleAsync(ReceivedInteraction interaction, CancellationToken cancellationToken);

    /// <summary>
    /// Says in one short private sentence that too much is going on (an empty list to a completion). It searches nothing, so that it is
    /// fast when everything else is slow.
    /// </summary>
    Task RefuseAsync(ReceivedInteraction interaction, CancellationToken cancellationToken);
}

/// <summary>An interaction as it came, not repeated within <see cref="RecentInteractions"/>'s memory.</summary>
/// <param name="Payload">The interaction object, UTF-8 JSON (not the gateway's envelope). Owned by whoever holds this.</param>
/// <param name="ReceivedAt">When its frame or request was complete, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
/// <param name="FirstResponse">Where the first response goes.</param>
internal sealed record ReceivedInteraction(ReadOnlyMemory<byte> Payload, long ReceivedAt, IFirstResponse FirstResponse)
{
    /// <summary>What the payload says, where it was read already.</summary>
    public Interaction? Interaction { get; init; }
}
