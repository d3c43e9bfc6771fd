using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Interactions;

/// <summary>
/// Answers interactions, whichever way they came. Safe from many threads; keeps nothing about people but how often they ask.
/// </summary>
internal sealed class InteractionHandler(InteractionTools tools) : IInteractionHandler
{
    /// <summary>First second of 2015, from which ids count milliseconds. Page "Reference", section "Snowflakes".</summary>
    private const long SnowflakeEpoch = 1_420_070_400_000;

    /// <summary>A longer way here is worth a warning.</summary>
    private static readonly TimeSpan LongDelay = TimeSpan.FromSeconds(3);

    /// <summary>A wrong clock would otherwise fill the log.</summary>
    private static readonly TimeSpan DelayLogPause = TimeSpan.FromMinutes(1);

    private readonly CommandAnswer _commands = new(tools, new Pace(tools.Settings));
    private readonly PressAnswer _presses = new(tools, new Pace(tools.Settings));
    private readonly CompletionAnswer _completions = new(tools, new Pace(tools.Settings));
    private readonly AskerLimit _limit = new(tools.Settings.Time);
    private long _delayLoggedAt;

    /// <inheritdoc/>
    public Task HandleAsync(ReceivedInteraction interaction, CancellationToken cancellationToken) =>
        Open(interaction) is { } exchange
            ? FinishAsync(exchange, () => AnswerAsync(exchange, cancellationToken), cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc/>
    public Task RefuseAsync(ReceivedInteraction interaction, CancellationToken cancellationToken) =>
        Open(interaction) is { } exchange
            ? FinishAsync(exchange, () => exchange.RefuseAsync(Refusal.Busy, cancellationToken), cancellationToken)
            : Task.CompletedTask;

    private Exchange? Open(ReceivedInteraction received)
    {
        if ((received.Interaction ?? InteractionReader.Read(received.Payload)) is not { } interaction)
        {
            tools.Settings.Logger.InteractionUnreadable(received.Payload.Length);
            return null;
        }

        if ((tools.Application.Facts?.Id ?? tools.Settings.Options.ApplicationId) is { } ours && interaction.ApplicationId != ours)
        {
            tools.Settings.Logger.InteractionForAnother(interaction.Id, interaction.ApplicationId);
            return null;
        }

        NoteDelay(interaction.Id);
        return new Exchange(interaction, received, tools);
    }

    /// <summary>Answers and counts. Whatever breaks on the way, nobody is left waiting.</summary>
    private async Task FinishAsync(Exchange exchange, Func<Task> answer, CancellationToken cancellationToken)
    {
        try
        {
            await answer();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await exchange.ApologizeAsync(exception, cancellationToken);
        }
        finally
        {
            tools.Settings.Metrics.InteractionEnded(exchange.Name, exchange.Outcome);
        }
    }

    private async Task AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var interaction = exchange.Interaction;
        switch (interaction.Type)
        {
            case InteractionType.Autocomplete:
                await _completions.AnswerAsync(exchange, cancellationToken);
                break;
            case InteractionType.Command or InteractionType.Component or InteractionType.Form when !_limit.TryTake(interaction.UserId):
                await exchange.RefuseAsync(Refusal.TooOften, cancellationToken);
                break;
            case InteractionType.Command:
                await _commands.AnswerAsync(exchange, cancellationToken);
                break;
            case InteractionType.Component or InteractionType.Form:
                await _presses.AnswerAsync(exchange, cancellationToken);
                break;
            default:
                tools.Settings.Logger.InteractionTypeUnknown(interaction.Id, (int)interaction.Type);
                break;
        }
    }

    /// <summary>
    /// Estimates how long the interaction was under way. It decides nothing, since the clock of this machine may be wrong.
    /// </summary>
    private void NoteDelay(ulong id)
    {
        var time = tools.Settings.Time;
        var delay = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + SnowflakeEpoch);
        tools.Settings.Metrics.Arrived(delay);
        var loggedAt = Interlocked.Read(ref _delayLoggedAt);
        if (delay.Duration() > LongDelay && (loggedAt == 0 || time.GetElapsedTime(loggedAt) > DelayLogPause))
        {
            Interlocked.Exchange(ref _delayLoggedAt, time.GetTimestamp());
            tools.Settings.Logger.InteractionDelayed(id, delay.TotalMilliseconds);
        }
    }
}
