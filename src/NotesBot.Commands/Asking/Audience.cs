using NotesBot.Commands.Wording;

namespace NotesBot.Commands.Asking;

/// <summary>Who will see a reply, and in which language.</summary>
/// <param name="Texts">The language.</param>
/// <param name="HasVisibility">See <see cref="Asker.HasVisibility"/>.</param>
/// <param name="IsPrivate">Whether only one person sees it.</param>
internal sealed record Audience(Texts Texts, bool HasVisibility, bool IsPrivate)
{
    internal static Audience Of(Asker asker, bool? isPrivate) =>
        new(Texts.For(asker.Locale), asker.HasVisibility, isPrivate ?? asker.PrivateByDefault);

    /// <summary>Who sees the answer to a press; when it shares, everybody.</summary>
    internal static Audience Of(Press press) =>
        Of(press.Asker, press.State.Kind != ActionKind.Share && press.IsAnsweredPrivately);

    /// <summary>"Share here" on what one person sees, "delete" on what everybody sees; neither where visibility means nothing.</summary>
    internal IEnumerable<ReplyButton> OwnButtons(ActionState shared)
    {
        if (!HasVisibility)
        {
            return [];
        }

        return IsPrivate
            ? [new ActionButton(Texts.Share, shared with { Kind = ActionKind.Share })]
            : [new ActionButton(Texts.Delete, new ActionState(ActionKind.Delete))];
    }

    /// <summary>How the answer to a press is delivered: shared ones as a new public message, others in the place of the old one.</summary>
    internal static Reply Deliver(Press press, IReadOnlyList<ReplyBlock> blocks) => press.State.Kind == ActionKind.Share
        ? new Reply(blocks) { Private = false }
        : new Reply(blocks) { Delivery = Delivery.Update };
}
