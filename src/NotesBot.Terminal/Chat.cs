using NotesBot.Commands;
using NotesBot.Commands.Typing;

namespace NotesBot.Terminal;

/// <summary>
/// A conversation in a terminal: commands with a slash, and everything else a question. After an answer, a number opens a hit or follows a
/// select, <c>more</c> and <c>back</c> turn its pages, and the words of a button press it.
/// </summary>
/// <param name="commands">What answers.</param>
/// <param name="terminal">Where it happens.</param>
/// <param name="asker">Who sits there.</param>
public sealed class Chat(CommandSet commands, ITerminal terminal, Asker asker)
{
    private const string Prompt = "> ";
    private static readonly string[] Ends = ["/quit", "/exit"];

    private ChatChoices _choices = ChatChoices.None;

    /// <summary>Answers until the input ends: by <c>/quit</c> or <c>quit</c>, Ctrl-C, Ctrl-D or the end of a file, or until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var completion = new LineCompletion(commands, asker, Ends);
        var editor = new LineEditor(terminal, completion.Complete);
        while (await ReadAsync(editor, Prompt, cancellationToken) is { } line && !IsEnd(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await AnswerAsync(line.Trim(), editor, cancellationToken);
            }
        }
    }

    /// <summary>Whoever types "quit" wants to leave; for what the notes say of it there is <c>/find quit</c>.</summary>
    private static bool IsEnd(string line) => Ends.Any(end => line.Trim().Equals(end, StringComparison.OrdinalIgnoreCase)
        || line.Trim().Equals(end[1..], StringComparison.OrdinalIgnoreCase));

    private Task<string?> ReadAsync(LineEditor editor, string prompt, CancellationToken cancellationToken) =>
        terminal.IsInteractive ? editor.ReadAsync(prompt, cancellationToken) : terminal.ReadLineAsync(cancellationToken);

    private async Task AnswerAsync(string line, LineEditor editor, CancellationToken cancellationToken)
    {
        if (_choices.Find(line, asker) is { } press)
        {
            await ShowAsync(await commands.PressAsync(press, cancellationToken), press.State, editor, cancellationToken);
            return;
        }

        if (_choices.Objection(line) is { } objection)
        {
            Write([new TerminalLine(objection)]);
            return;
        }

        var invocation = TypedLine.Parse(line, commands.Definitions, asker);
        await ShowAsync(await commands.InvokeAsync(invocation, cancellationToken), null, editor, cancellationToken);
        if (invocation.Command == "help")
        {
            Write([.. Keys.Select(key => new TerminalLine(key))]);
        }
    }

    private async Task ShowAsync(Reply reply, ActionState? pressed, LineEditor editor, CancellationToken cancellationToken)
    {
        if (reply is { Delivery: Delivery.Form, Form: { } form })
        {
            if (await FillAsync(form, editor, cancellationToken) is { } sent)
            {
                await ShowAsync(await commands.PressAsync(sent, cancellationToken), null, editor, cancellationToken);
            }

            return;
        }

        Write(new TerminalRenderer(terminal.Look).Render(reply));
        _choices = ChatChoices.Of(reply, pressed);
    }

    /// <summary>Asks for each field of a form; <see langword="null"/> when the input ends.</summary>
    private async Task<Press?> FillAsync(ReplyForm form, LineEditor editor, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            Write([new TerminalLine(Ink.Clean(field.Label))]);
            if (await ReadAsync(editor, Prompt, cancellationToken) is not { } value)
            {
                return null;
            }

            fields[field.Name] = value;
        }

        return ChatChoices.PressOf(form.State, asker) with { Fields = fields };
    }

    private void Write(IReadOnlyList<TerminalLine> lines)
    {
        foreach (var line in lines.Append(new TerminalLine("")))
        {
            terminal.WriteLine(line);
        }
    }

    private static readonly string[] Keys =
    [
        "Here you type:",
        "- a question, or /find data drift course:1 week:2",
        "- /syllabus, /syllabus 1, /syllabus 1 2",
        "- after an answer: a number to read one in full, more and back to turn pages, or the words of a button",
        "- Tab completes, the arrows bring back earlier lines, /quit or Ctrl-D ends",
    ];
}
