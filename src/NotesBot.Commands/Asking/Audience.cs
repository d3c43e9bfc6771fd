using NotesBot.Commands.Wording;

namespace NotesBot.Commands.Asking;

/// <summary>Who will see a reply, and in which language.</summary>
/// <param name="Texts">The language.</param>
/// <param name="IsPrivate">Whether only one person sees it; <see langword="null"/> where replies are neither public nor private.</param>
internal sealed record Audience(Texts Texts, bool? IsPrivate)
{
    internal static Audience Of(Asker asker, bool? isPrivate) =>
        new(Texts.For(asker.Locale), asker.Visibility?.IsPrivate(isPrivate));

    /// <summary>Who sees the answer to a press: who sees the message that it changes, or, of a copy, as of any new message.</summary>
    internal static Audience Of(Press press) => press switch
    {
        { State.Kind: ActionKind.Share } => Of(press.Asker, isPrivate: false),
        { MayChange: true, Asker.Visibility: { } visibility } => new(Texts.For(press.Asker.Locale), visibility.OnPrivate),
        _ => Of(press.Asker, isPrivate: true),
    };

    /// <summary>"Share here" on what one person sees, "delete" on what everybody sees; neither where visibility means nothing.</summary>
    internal IEnumerable<ReplyButton> OwnButtons(ActionState shared) => IsPrivate switch
    {
        true => [new ActionButton(Texts.Share, shared with { Kind = ActionKind.Share })],
        false => [new ActionButton(Texts.Delete, new ActionState(ActionKind.Delete))],
        null => [],
    };

    /// <summary>How the answer to a press is delivered: shared ones as a new public message, others in the place of the old one.</summary>
    internal static Reply Deliver(Press press, IReadOnlyList<ReplyBlock> blocks) => press.State.Kind == ActionKind.Share
        ? new Reply(blocks) { Private = false }
        : new Reply(blocks) { Delivery = Delivery.Update };
}
