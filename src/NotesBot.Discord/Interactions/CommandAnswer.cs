using NotesBot.Commands;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Interactions;

/// <summary>Answers commands: at once where the answer is there in time, else with "thinking" and then the answer in its place.</summary>
internal sealed class CommandAnswer(InteractionTools tools, Pace pace)
{
    /// <summary>Answers one command.</summary>
    internal async Task AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var place = new Place(exchange.Interaction, tools);
        var invocation = InvocationOf(exchange.Interaction, place);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => tools.Commands.InvokeAsync(invocation, life.Token), life.Token);
        if (await pace.IsReadyAsync(work, exchange, cancellationToken))
        {
            var reply = await work;
            await exchange.SendAsync(reply, place.Visibility.IsPrivate(reply.Private ?? invocation.Flag(CommandSet.PrivateOption)), cancellationToken);
        }
        else if (await exchange.DeferAsync(ResponseType.DeferredMessage, tools.Commands.DefersPrivately(invocation), cancellationToken)
            && await pace.FinishAsync(work, exchange, cancellationToken) is { } late)
        {
            await exchange.EditAsync(late, isClassic: true, cancellationToken);
        }

        if (!work.IsCompleted)
        {
            await life.CancelAsync();
        }
    }

    /// <summary>The invocation that an interaction is.</summary>
    internal static Invocation InvocationOf(Interaction interaction, Place place) => new()
    {
        Command = interaction.Command?.Name ?? "",
        Kind = interaction.Command?.Kind ?? CommandKind.Slash,
        Options = interaction.Command?.Options ?? new Dictionary<string, string>(),
        Asker = place.Asker,
    };
}
