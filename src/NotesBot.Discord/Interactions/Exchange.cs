using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rendering;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Interactions;

/// <summary>
/// One interaction and what is said to it: the first response, and then edits and follow-ups. What Discord cannot take is tried once more,
/// shorter; everything else that goes wrong is a line in the log, since nobody is left to be told.
/// </summary>
internal sealed class Exchange(Interaction interaction, ReceivedInteraction received, InteractionTools tools)
{
    private readonly InteractionTarget _target = new(interaction.Id, interaction.ApplicationId, interaction.Token, received.ReceivedAt)
    {
        MayOvertake = !received.FirstResponse.IsConfirmed,
    };

    /// <summary>What is answered.</summary>
    internal Interaction Interaction => interaction;

    /// <summary>How long ago it arrived.</summary>
    internal TimeSpan Elapsed => tools.Settings.Time.GetElapsedTime(received.ReceivedAt);

    /// <summary>Whether the message that was pressed has text and embeds and no components of the new kind.</summary>
    internal bool IsOnClassic => ((interaction.Message?.Flags ?? 0) & MessageFlags.IsComponentsV2) == 0;

    /// <summary>Answers with a message.</summary>
    internal Task SendAsync(Reply reply, bool isPrivate, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, ReplyRenderer.Message(reply, isPrivate), shorter => ReplyRenderer.ClassicMessage(shorter, isPrivate))
        {
            Send = data => RespondAsync(ResponseType.Message, ResponseJson.With(ResponseType.Message, data), cancellationToken),
            IsFirst = true,
        },
        cancellationToken);

    /// <summary>Answers by changing the message that was pressed.</summary>
    internal Task UpdateAsync(Reply reply, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, ReplyRenderer.Edit(reply, IsOnClassic), shorter => ReplyRenderer.ClassicEdit(shorter, IsOnClassic))
        {
            Send = data => RespondAsync(ResponseType.Update, ResponseJson.With(ResponseType.Update, data), cancellationToken),
            IsFirst = true,
        },
        cancellationToken);

    /// <summary>Answers with a form.</summary>
    internal async Task OpenFormAsync(ReplyForm form, CancellationToken cancellationToken) => LogLoss(
        await RespondAsync(ResponseType.Form, ResponseJson.With(ResponseType.Form, ReplyRenderer.Form(form)), cancellationToken));

    /// <summary>Answers with completions.</summary>
    internal async Task OfferAsync(IReadOnlyList<Choice> choices, bool isNumber, CancellationToken cancellationToken)
    {
        var json = ResponseJson.With(ResponseType.Choices, ReplyRenderer.Choices(choices, isNumber));
        LogLoss(await RespondAsync(ResponseType.Choices, json, cancellationToken));
    }

    /// <summary>Says that the answer comes later. Whether it still can.</summary>
    internal async Task<bool> DeferAsync(ResponseType type, bool isPrivate, CancellationToken cancellationToken)
    {
        var result = await RespondAsync(type, ResponseJson.Deferral(type, isPrivate), cancellationToken);
        LogLoss(result);
        return result.Outcome is RestOutcome.Done or RestOutcome.AlreadyAcknowledged;
    }

    /// <summary>Fills in a deferred answer, or changes the message that was pressed.</summary>
    internal Task EditAsync(Reply reply, bool isClassic, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, ReplyRenderer.Edit(reply, isClassic), shorter => ReplyRenderer.ClassicEdit(shorter, isClassic))
        {
            Send = data => tools.Rest.EditOriginalAsync(_target, Body(data), cancellationToken),
        },
        cancellationToken);

    /// <summary>Sends a further message.</summary>
    internal Task FollowUpAsync(Reply reply, bool isPrivate, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, ReplyRenderer.Message(reply, isPrivate), shorter => ReplyRenderer.ClassicMessage(shorter, isPrivate))
        {
            Send = data => tools.Rest.FollowUpAsync(_target, Body(data), cancellationToken),
        },
        cancellationToken);

    /// <summary>Deletes the message that was pressed, once the press was answered.</summary>
    internal async Task DeleteAsync(CancellationToken cancellationToken) =>
        LogLoss(await tools.Rest.DeleteOriginalAsync(_target, cancellationToken));

    /// <summary>All that is said goes through here: the bot's token is in none of it.</summary>
    private MessageBody Body(byte[] json) => new(tools.Settings.Mask.Hide(json));

    private async Task<RestResult> RespondAsync(ResponseType type, byte[] json, CancellationToken cancellationToken)
    {
        var result = await received.FirstResponse.RespondAsync(_target, Body(json), cancellationToken);
        tools.Settings.Logger.FirstResponseSent(interaction.Id, (int)interaction.Type, (int)type, Elapsed.TotalMilliseconds);
        return result;
    }

    private async Task DeliverAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var result = await attempt.Send(attempt.Full);
        switch (result.Outcome)
        {
            case RestOutcome.AlreadyAcknowledged when attempt.IsFirst:
                await EditAsync(attempt.Reply, isClassic: true, cancellationToken);
                break;
            case RestOutcome.Invalid or RestOutcome.TooLarge:
                await RetryAsync(attempt, attempt.Reply, result.Outcome);
                break;
            case RestOutcome.Blocked:
                await RetryAsync(attempt, CommandSet.Refuse(Refusal.Blocked, interaction.Locale), result.Outcome);
                break;
            case RestOutcome.Forbidden:
                await RetryAsync(attempt, CommandSet.Refuse(Refusal.Undeliverable, interaction.Locale), result.Outcome);
                break;
            default:
                LogLoss(result);
                break;
        }
    }

    private async Task RetryAsync(Attempt attempt, Reply shorter, RestOutcome outcome)
    {
        var retried = await attempt.Send(attempt.Shorten(shorter));
        tools.Settings.Logger.AnswerShortened(interaction.Id, outcome, retried.Outcome);
    }

    /// <summary>Says that an answer did not get through; that it came too late was said already, with its age.</summary>
    private void LogLoss(RestResult result)
    {
        if (result.Outcome is not (RestOutcome.Done or RestOutcome.AlreadyAcknowledged or RestOutcome.Expired))
        {
            tools.Settings.Logger.AnswerLost(interaction.Id, result.Outcome);
        }
    }

    /// <summary>An answer and the way it goes.</summary>
    /// <param name="Reply">What is said.</param>
    /// <param name="Full">The message.</param>
    /// <param name="Shorten">A short message of a reply.</param>
    private sealed record Attempt(Reply Reply, byte[] Full, Func<Reply, byte[]> Shorten)
    {
        internal required Func<byte[], Task<RestResult>> Send { get; init; }

        /// <summary>Whether it is the first response.</summary>
        internal bool IsFirst { get; init; }
    }
}
