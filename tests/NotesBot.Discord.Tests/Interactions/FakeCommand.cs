using NotesBot.Commands;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>A command that does what the test says, and remembers what it was asked.</summary>
internal sealed class FakeCommand(string name, CommandKind kind = CommandKind.Slash) : ICompletingCommand, IPressableCommand
{
    private static readonly Localized Words = new("Words", new Dictionary<string, string>());

    internal Func<Invocation, CancellationToken, Task<Reply>> OnInvoke { get; set; } = (_, _) => Task.FromResult(Text("found"));

    internal Func<Press, CancellationToken, Task<Reply>> OnPress { get; set; } = (_,
        _) => Task.FromResult(Text("pressed") with { Delivery = Delivery.Update });

    internal Func<Invocation, string, IReadOnlyList<Choice>> OnComplete { get; set; } = (_, _) => [new Choice("Drift", "drift")];

    internal Invocation? Asked { get; private set; }

    internal Press? Pressed { get; private set; }

    public CommandDefinition Definition { get; init; } = new(name, Words, [new FlagOption("private", Words)]) { Kind = kind };

    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        Asked = invocation;
        return OnInvoke(invocation, cancellationToken);
    }

    public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption)
    {
        Asked = invocation;
        return OnComplete(invocation, focusedOption);
    }

    public bool Answers(ActionState state) => kind == CommandKind.Slash;

    public Task<Reply> PressAsync(Press press, CancellationToken cancellationToken)
    {
        Pressed = press;
        return OnPress(press, cancellationToken);
    }

    internal static Reply Text(string text) => new([new TextBlock(text)]);
}
