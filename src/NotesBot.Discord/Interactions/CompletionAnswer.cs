using NotesBot.Commands;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Interactions;

/// <summary>
/// Completes what somebody types: always in time, with nothing if need be. Only the newest request of a person is worth a search.
/// </summary>
internal sealed class CompletionAnswer(InteractionTools tools, Pace pace)
{
    private readonly CompletionTurns _turns = new();

    /// <summary>Answers one request.</summary>
    internal async Task AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var interaction = exchange.Interaction;
        var focused = interaction.Command?.Focused;
        var choices = focused is null ? [] : await CompleteAsync(exchange, focused, cancellationToken);
        await exchange.OfferAsync(choices, focused?.IsNumber == true, cancellationToken);
    }

    private async Task<IReadOnlyList<Choice>> CompleteAsync(Exchange exchange, FocusedOption focused, CancellationToken cancellationToken)
    {
        var interaction = exchange.Interaction;
        var turn = _turns.Begin(interaction.UserId, cancellationToken);
        try
        {
            var invocation = CommandAnswer.InvocationOf(interaction, new Place(interaction, tools));
            var work = Task.Run(() => tools.Commands.Complete(invocation, focused.Name), turn.Token);
            var isReady = await pace.IsReadyAsync(work.WaitAsync(turn.Token), exchange, cancellationToken);
            return isReady && work.IsCompletedSuccessfully ? await work : [];
        }
        finally
        {
            _turns.End(interaction.UserId, turn);
        }
    }
}
