using NotesBot.Commands.Asking;
using NotesBot.Search;

namespace NotesBot.Commands.Find;

/// <summary>"Find in notes", in the menu of somebody's message: looks its text up, for the person who asked alone.</summary>
public sealed class FindMessageCommand(CommandContext context) : ICommand
{
    private readonly FindAnswer _answer = new(context);

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = Definitions.Message(texts => texts.FindMessageName);

    /// <inheritdoc/>
    public async Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var audience = Audience.Of(invocation.Asker, isPrivate: true);
        IReadOnlyList<ReplyBlock> blocks = invocation.Text(Options.Query) is { } query
            ? await _answer.AskAsync(new SearchRequest(query), audience, cancellationToken)
            : [new TextBlock(audience.Texts.MessageWithoutText)];
        return new Reply(blocks) { Private = true };
    }
}
