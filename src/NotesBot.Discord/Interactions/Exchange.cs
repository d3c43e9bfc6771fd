using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Payloads;
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

    /// <summary>What the first response was; <see langword="null"/> before it.</summary>
    private ResponseType? _first;

    /// <summary>What is answered.</summary>
    internal Interaction Interaction => interaction;

    /// <summary>What became of it so far.</summary>
    internal InteractionOutcome Outcome { get; private set; }

    /// <summary>What it counts as: a command's name, or what else it is.</summary>
    internal string Name => interaction.Type switch
    {
        InteractionType.Command => tools.Commands.Definitions.Any(definition => definition.Name == interaction.Command?.Name)
            ? interaction.Command!.Name
            : "unknown",
        InteractionType.Autocomplete => "completion",
        InteractionType.Component => "press",
        InteractionType.Form => "form",
        _ => "unknown",
    };

    /// <summary>How long ago it arrived.</summary>
    internal TimeSpan Elapsed => tools.Settings.Time.GetElapsedTime(received.ReceivedAt);

    /// <summary>Whether the message that was pressed has text and embeds and no components of the new kind.</summary>
    internal bool IsOnClassic => ((interaction.Message?.Flags ?? 0) & MessageFlags.IsComponentsV2) == 0;

    /// <summary>Answers with a message.</summary>
    internal Task SendAsync(Reply reply, bool isPrivate, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, () => ReplyRenderer.Message(reply, isPrivate), shorter => ReplyRenderer.ClassicMessage(shorter, isPrivate))
        {
            Send = data => RespondAsync(ResponseType.Message, ResponseJson.With(ResponseType.Message, data), cancellationToken),
            IsFirst = true,
        },
        cancellationToken);

    /// <summary>Answers by changing the message that was pressed.</summary>
    internal Task UpdateAsync(Reply reply, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, () => ReplyRenderer.Edit(reply, IsOnClassic), shorter => ReplyRenderer.ClassicEdit(shorter, IsOnClassic))
        {
            Send = data => RespondAsync(ResponseType.Update, ResponseJson.With(ResponseType.Update, data), cancellationToken),
            IsFirst = true,
        },
        cancellationToken);

    /// <summary>Answers with a form; with a sentence where Discord cannot take it.</summary>
    internal async Task OpenFormAsync(ReplyForm form, CancellationToken cancellationToken)
    {
        var json = ResponseJson.With(ResponseType.Form, ReplyRenderer.Form(form));
        var result = await RespondAsync(ResponseType.Form, json, cancellationToken);
        if (IsIndigestible(result))
        {
            await SendAsync(CommandSet.Refuse(Refusal.Undeliverable, interaction.Locale), isPrivate: true, cancellationToken);
            Outcome = Outcome == InteractionOutcome.Answered ? InteractionOutcome.Shortened : Outcome;
            return;
        }

        Conclude(result);
    }

    /// <summary>Answers with completions; with half of them where Discord cannot take them all.</summary>
    internal async Task OfferAsync(IReadOnlyList<Choice> choices, bool isNumber, CancellationToken cancellationToken)
    {
        var result = await SendAsync(choices);
        if (IsIndigestible(result))
        {
            var retried = await SendAsync([.. choices.Take(choices.Count / 2)]);
            tools.Settings.Logger.AnswerShortened(interaction.Id, result.Outcome, retried.Outcome);
            Conclude(retried, InteractionOutcome.Shortened);
            return;
        }

        Conclude(result);

        Task<RestResult> SendAsync(IReadOnlyList<Choice> some) => RespondAsync(
            ResponseType.Choices, ResponseJson.With(ResponseType.Choices, ReplyRenderer.Choices(some, isNumber)), cancellationToken);
    }

    /// <summary>Says in one sentence, to this person alone, why there is no answer.</summary>
    internal async Task RefuseAsync(Refusal reason, CancellationToken cancellationToken)
    {
        await (interaction.Type switch
        {
            InteractionType.Autocomplete => OfferAsync([], isNumber: false, cancellationToken),
            InteractionType.Command or InteractionType.Component or InteractionType.Form =>
                SendAsync(CommandSet.Refuse(reason, interaction.Locale), isPrivate: true, cancellationToken),
            _ => Task.CompletedTask,
        });
        Outcome = Outcome == InteractionOutcome.Answered ? InteractionOutcome.Refused : Outcome;
    }

    /// <summary>Says that the answer comes later. Whether it still can.</summary>
    internal async Task<bool> DeferAsync(ResponseType type, bool isPrivate, CancellationToken cancellationToken)
    {
        Conclude(await RespondAsync(type, ResponseJson.Deferral(type, isPrivate), cancellationToken));
        var isDeferred = Outcome == InteractionOutcome.Answered;
        Outcome = isDeferred ? InteractionOutcome.Lost : Outcome;
        return isDeferred;
    }

    /// <summary>Fills in a deferred answer, or changes the message that was pressed.</summary>
    internal Task EditAsync(Reply reply, bool isClassic, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, () => ReplyRenderer.Edit(reply, isClassic), shorter => ReplyRenderer.ClassicEdit(shorter, isClassic))
        {
            Send = data => tools.Rest.EditOriginalAsync(_target, Body(data), cancellationToken),
        },
        cancellationToken);

    /// <summary>Sends a further message.</summary>
    internal Task FollowUpAsync(Reply reply, bool isPrivate, CancellationToken cancellationToken) => DeliverAsync(
        new Attempt(reply, () => ReplyRenderer.Message(reply, isPrivate), shorter => ReplyRenderer.ClassicMessage(shorter, isPrivate))
        {
            Send = data => tools.Rest.FollowUpAsync(_target, Body(data), cancellationToken),
        },
        cancellationToken);

    /// <summary>
    /// Says that something broke where nothing was said yet or "thinking" stands: the last resort, so it is made without a renderer.
    /// </summary>
    internal async Task ApologizeAsync(Exception exception, CancellationToken cancellationToken)
    {
        var sentence = tools.Commands.Fail(exception, Name, interaction.Locale).Blocks.OfType<TextBlock>().Single().Text;
        var json = ResponseJson.Plain(sentence);
        var result = (_first, interaction.Type) switch
        {
            (null, InteractionType.Autocomplete) => await RespondAsync(ResponseType.Choices, ResponseJson.NoChoices, cancellationToken),
            (null, _) => await RespondAsync(ResponseType.Message, ResponseJson.With(ResponseType.Message, json), cancellationToken),
            (ResponseType.DeferredMessage, _) => await tools.Rest.EditOriginalAsync(_target, Body(ResponseJson.PlainEdit(sentence)), cancellationToken),
            (ResponseType.DeferredUpdate, _) => await tools.Rest.FollowUpAsync(_target, Body(json), cancellationToken),
            _ => new RestResult(RestOutcome.Failed),
        };
        Conclude(result, InteractionOutcome.Failed);
    }

    /// <summary>Deletes the message that was pressed, once the press was answered. What somebody deleted before is as good.</summary>
    internal async Task DeleteAsync(CancellationToken cancellationToken)
    {
        var result = await tools.Rest.DeleteOriginalAsync(_target, cancellationToken);
        Conclude(result.Outcome == RestOutcome.Gone ? result with { Outcome = RestOutcome.Done } : result);
    }

    /// <summary>All that is said goes through here: the bot's token is in none of it.</summary>
    private MessageBody Body(byte[] json) => new(tools.Settings.Mask.Hide(json));

    private async Task<RestResult> RespondAsync(ResponseType type, byte[] json, CancellationToken cancellationToken)
    {
        var sentAfter = Elapsed;
        var result = await received.FirstResponse.RespondAsync(_target, Body(json), cancellationToken);
        tools.Settings.Metrics.Responded(Name, sentAfter);
        tools.Settings.Logger.FirstResponseSent(interaction.Id, (int)interaction.Type, (int)type, sentAfter.TotalMilliseconds);
        _first = IsIndigestible(result) || result.Outcome is RestOutcome.Blocked or RestOutcome.Forbidden ? _first : type;
        if (result.Outcome != RestOutcome.Unconfirmed)
        {
            return result;
        }

        // It left in time. Whether it arrived nobody knows, and what follows is worth trying.
        tools.Settings.Logger.FirstResponseUnconfirmed(interaction.Id);
        return new RestResult(RestOutcome.Done);
    }

    private static bool IsIndigestible(RestResult result) => result.Outcome is RestOutcome.Invalid or RestOutcome.TooLarge;

    private async Task DeliverAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (json, isWhole) = Render(attempt);
        var result = await attempt.Send(json);
        switch (result.Outcome)
        {
            case RestOutcome.AlreadyAcknowledged when attempt.IsFirst:
                await EditAsync(attempt.Reply, isClassic: true, cancellationToken);
                break;
            case var _ when IsIndigestible(result):
                await RetryAsync(attempt, attempt.Reply, result.Outcome);
                break;
            case RestOutcome.Blocked:
                await RetryAsync(attempt, CommandSet.Refuse(Refusal.Blocked, interaction.Locale), result.Outcome);
                break;
            case RestOutcome.Forbidden:
                await RetryAsync(attempt, CommandSet.Refuse(Refusal.Undeliverable, interaction.Locale), result.Outcome);
                break;
            default:
                Conclude(result, attempt.Reply.IsFailure || !isWhole ? InteractionOutcome.Failed : InteractionOutcome.Answered);
                break;
        }
    }

    /// <summary>The message, or a sentence that it could not be made, so that nobody waits for nothing.</summary>
    private (byte[] Json, bool IsWhole) Render(Attempt attempt)
    {
        try
        {
            return (attempt.Full(), true);
        }
        catch (Exception e)
        {
            return (attempt.Shorten(tools.Commands.Fail(e, Name, interaction.Locale)), false);
        }
    }

    private async Task RetryAsync(Attempt attempt, Reply shorter, RestOutcome outcome)
    {
        var retried = await attempt.Send(attempt.Shorten(shorter));
        Outcome = retried.Outcome == RestOutcome.Done ? InteractionOutcome.Shortened : InteractionOutcome.Lost;
        tools.Settings.Logger.AnswerShortened(interaction.Id, outcome, retried.Outcome);
    }

    /// <summary>Notes what became of it. Says that an answer did not get through; that it came too late was said already.</summary>
    private void Conclude(RestResult result, InteractionOutcome success = InteractionOutcome.Answered)
    {
        Outcome = result.Outcome switch
        {
            RestOutcome.Done or RestOutcome.AlreadyAcknowledged => success,
            RestOutcome.Expired => InteractionOutcome.Late,
            _ => InteractionOutcome.Lost,
        };
        if (Outcome == InteractionOutcome.Lost)
        {
            tools.Settings.Logger.AnswerLost(interaction.Id, result.Outcome);
        }
    }

    /// <summary>An answer and the way it goes.</summary>
    /// <param name="Reply">What is said.</param>
    /// <param name="Full">Makes the message.</param>
    /// <param name="Shorten">A short message of a reply.</param>
    private sealed record Attempt(Reply Reply, Func<byte[]> Full, Func<Reply, byte[]> Shorten)
    {
        internal required Func<byte[], Task<RestResult>> Send { get; init; }

        /// <summary>Whether it is the first response.</summary>
        internal bool IsFirst { get; init; }
    }
}
