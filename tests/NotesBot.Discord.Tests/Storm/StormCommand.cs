using NotesBot.Commands;

namespace NotesBot.Discord.Tests.Storm;

/// <summary>A command that mostly answers at once, now and then late, and now and then fails.</summary>
internal sealed class StormCommand : ICompletingCommand, IPressableCommand
{
    /// <summary>A question that takes longer than an answer may.</summary>
    public const string Slow = "slow";

    /// <summary>A question that fails.</summary>
    public const string Broken = "broken";

    /// <summary>What the button of each answer says.</summary>
    public const string Button = "Next";

    private static readonly Localized Words = new("Words", new Dictionary<string, string>());

    public CommandDefinition Definition { get; } =
        new("find", Words, [new TextOption("query", Words, 200) { Required = true, Completes = true }]);

    public async Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var query = invocation.Text("query");
        if (query == Slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.8), TimeProvider.System, cancellationToken);
        }

        return query == Broken ? throw new InvalidOperationException("The storm broke it.") : Answer($"Found {query}.");
    }

    public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption) => [new Choice("Drift", "drift")];

    public bool Answers(ActionState state) => true;

    public Task<Reply> PressAsync(Press press, CancellationToken cancellationToken) =>
        Task.FromResult(Answer("The next page.") with { Delivery = Delivery.Update });

    private static Reply Answer(string text) => new(
        [new TextBlock(text), new ButtonsBlock([new ActionButton(Button, new ActionState(ActionKind.FindPage) { Page = 1 })])]);
}
