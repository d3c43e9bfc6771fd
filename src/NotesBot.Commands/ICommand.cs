namespace NotesBot.Commands;

/// <summary>Something people can ask the bot. Written once, whatever carries the question and the reply.</summary>
public interface ICommand
{
    /// <summary>Its name, texts and options.</summary>
    CommandDefinition Definition { get; }

    /// <summary>Answers.</summary>
    Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken);
}

/// <summary>A command that completes what somebody is typing into one of its options.</summary>
public interface ICompletingCommand : ICommand
{
    /// <summary>At most 25 choices, best first; fewer or none are fine. Options may be missing or half typed.</summary>
    IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption);
}

/// <summary>A command whose replies carry buttons, selects or forms.</summary>
public interface IPressableCommand : ICommand
{
    /// <summary>Whether this command answers presses with such a state.</summary>
    bool Answers(ActionState state);

    /// <summary>
    /// Answers a press, as a rule with <see cref="Delivery.Update"/>: <see cref="CommandSet"/> makes a private copy of that for somebody
    /// who did not ask. What the state names may no longer exist: the reply then says so.
    /// </summary>
    Task<Reply> PressAsync(Press press, CancellationToken cancellationToken);
}

/// <summary>One completion.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Value">What the option becomes: a text, or the digits of a whole number.</param>
public sealed record Choice(string Label, string Value);
