using NotesBot.Commands;

namespace NotesBot.Ping;

/// <summary>Says "pong".</summary>
internal sealed class PingCommand : ICommand
{
    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new("ping", new Localized("Says pong", new Dictionary<string, string>()), []);

    /// <inheritdoc/>
    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult(new Reply([new TextBlock("pong")]));
}
