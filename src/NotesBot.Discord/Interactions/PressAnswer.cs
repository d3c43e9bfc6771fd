using NotesBot.Commands;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Interactions;

/// <summary>
/// Answers buttons, selects and forms. The message changes for the person who asked; anybody else gets a copy that nobody else sees. What a
/// stranger made up is told that it is unknown.
/// </summary>
internal sealed class PressAnswer(InteractionTools tools, Pace pace)
{
    /// <summary>Answers one press.</summary>
    internal async Task AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var interaction = exchange.Interaction;
        if (ActionStateCodec.Decode(interaction.CustomId) is not { } state)
        {
            await exchange.SendAsync(CommandSet.Refuse(Refusal.UnknownButton, interaction.Locale), isPrivate: true, cancellationToken);
            return;
        }

        var place = new Place(interaction, tools);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => tools.Commands.PressAsync(PressOf(interaction, state, place), life.Token), life.Token);
        if (await pace.IsReadyAsync(work, exchange, cancellationToken))
        {
            await DeliverAsync(await work, exchange, place, cancellationToken);
        }
        else
        {
            await DeliverLateAsync(work, state, new Late(exchange, place), cancellationToken);
        }

        if (!work.IsCompleted)
        {
            await life.CancelAsync();
        }
    }

    private static Press PressOf(Interaction interaction, ActionState state, Place place) => new()
    {
        State = state,
        Values = interaction.Values,
        Fields = interaction.Fields,
        Asker = place.Asker,
    };

    private static async Task DeliverAsync(Reply reply, Exchange exchange, Place place, CancellationToken cancellationToken)
    {
        switch (DeliveryOf(reply, exchange.Interaction))
        {
            case Delivery.Form:
                await exchange.OpenFormAsync(reply.Form!, cancellationToken);
                break;
            case Delivery.Delete:
                if (await exchange.DeferAsync(ResponseType.DeferredUpdate, isPrivate: false, cancellationToken))
                {
                    await exchange.DeleteAsync(cancellationToken);
                }

                break;
            case Delivery.Update:
                await exchange.UpdateAsync(reply, cancellationToken);
                break;
            default:
                await exchange.SendAsync(Sayable(reply, exchange), place.Visibility.IsPrivate(reply.Private), cancellationToken);
                break;
        }
    }

    /// <summary>
    /// Answers when the time for the first response is over: which kind of message it becomes has to be said before it is known.
    /// </summary>
    private async Task DeliverLateAsync(Task<Reply> work, ActionState state, Late late, CancellationToken cancellationToken)
    {
        var (exchange, place) = late;
        var isCopy = exchange.Interaction.Message is null || !place.Visibility.MayChange || state.Kind == ActionKind.Share;
        var type = isCopy ? ResponseType.DeferredMessage : ResponseType.DeferredUpdate;
        var isPrivate = isCopy && place.Visibility.IsPrivate(state.Kind == ActionKind.Share ? false : null);
        if (!await exchange.DeferAsync(type, isPrivate, cancellationToken)
            || await pace.FinishAsync(work, exchange, cancellationToken) is not { } reply)
        {
            return;
        }

        var delivery = DeliveryOf(reply, exchange.Interaction);
        if (delivery == Delivery.Delete)
        {
            await exchange.DeleteAsync(cancellationToken);
        }
        else if (isCopy || delivery == Delivery.Update)
        {
            await exchange.EditAsync(Sayable(reply, exchange), isCopy || exchange.IsOnClassic, cancellationToken);
        }
        else
        {
            await exchange.FollowUpAsync(Sayable(reply, exchange), place.Visibility.IsPrivate(reply.Private), cancellationToken);
        }
    }

    /// <summary>What can be done with a reply: a form does not answer a form, and without a message there is none to change.</summary>
    private static Delivery DeliveryOf(Reply reply, Interaction interaction) => reply.Delivery switch
    {
        Delivery.Form when interaction.Type == InteractionType.Form || reply.Form is null => Delivery.Message,
        Delivery.Update or Delivery.Delete when interaction.Message is null => Delivery.Message,
        var delivery => delivery,
    };

    /// <summary>The reply as a message; a form or a deletion that cannot be is none.</summary>
    private static Reply Sayable(Reply reply, Exchange exchange) =>
        reply.Blocks.Count > 0 ? reply : CommandSet.Refuse(Refusal.Undeliverable, exchange.Interaction.Locale);

    /// <summary>What a late answer is about.</summary>
    private sealed record Late(Exchange Exchange, Place Place);
}
