using Microsoft.Extensions.Logging;
using NotesBot.Notes;

namespace NotesBot.Commands.Tests;

/// <summary>Short ways to ask and to make passages.</summary>
internal static class Asking
{
    internal static readonly Asker Student = new("en-US", IsOwner: false, new Visibility());

    internal static Passage Passage(string path, int ordinal, string text, string? heading = null, int? course = null, int? week = null) =>
        new()
        {
            Id = PassageId.Of(path, heading is null ? [] : [heading], ordinal),
            Path = path,
            Ordinal = ordinal,
            Trail = heading is null ? [] : [heading],
            Title = path,
            Line = ordinal * 10 + 1,
            EndLine = ordinal * 10 + 5,
            Course = course,
            Week = week,
            Kind = PassageKind.Prose,
            Text = text,
            Parts = [new PassagePart(PassagePartKind.Prose, 0, text.Length)],
        };

    internal static CommandSet SetOver(FakeSearcher searcher, ILogger<CommandSet>? logger = null) =>
        CommandSet.Create(ContextOver(searcher), logger ?? new RecordingLogger(), new Random(1));

    internal static CommandContext ContextOver(FakeSearcher searcher) =>
        new(searcher, passage => $"https://host.example/{passage.Path}", TimeProvider.System, "1.2.3")
        {
            CommitUrlOf = version => $"https://host.example/commit/{version.Commit}",
        };

    internal static Task<Reply> AskAsync(this CommandSet set, string command, Asker? asker, params (string Name, string Value)[] options) =>
        set.InvokeAsync(Invocation(command, asker, options), TestContext.Current.CancellationToken);

    internal static Invocation Invocation(string command, Asker? asker, params (string Name, string Value)[] options) => new()
    {
        Command = command,
        Options = options.ToDictionary(option => option.Name, option => option.Value),
        Asker = asker ?? Student,
    };

    internal static Task<Reply> PressAsync(this CommandSet set, ActionState state, Func<Press, Press>? change = null)
    {
        var press = new Press { State = state, Asker = Student };
        return set.PressAsync(change?.Invoke(press) ?? press, TestContext.Current.CancellationToken);
    }

    /// <summary>The press of somebody who did not ask.</summary>
    internal static Press ByAnother(Press press) =>
        press with { Asker = press.Asker with { Visibility = new Visibility { ByWhoAsked = false } } };

    internal static IEnumerable<ActionButton> Buttons(this Reply reply) =>
        reply.Blocks.OfType<ButtonsBlock>().SelectMany(block => block.Buttons).OfType<ActionButton>();

    internal static ActionState StateOf(this Reply reply, string label) => reply.Buttons().Single(button => button.Label == label).State;

    internal static string Sentences(this Reply reply) => string.Join('\n', reply.Blocks.OfType<TextBlock>().Select(block => block.Text));

    internal static IReadOnlyList<PassageBlock> Passages(this Reply reply) => [.. reply.Blocks.OfType<PassageBlock>()];

    internal static SelectBlock Select(this Reply reply, string placeholder) =>
        reply.Blocks.OfType<SelectBlock>().Single(block => block.Placeholder == placeholder);
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLogger : ILogger<CommandSet>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add($"{logLevel} {formatter(state, exception)} {exception?.Message}");
}
