namespace NotesBot.Commands.Typing;

/// <summary>What a typed line can become: names of commands, names of their options, and what the commands themselves offer.</summary>
/// <param name="commands">The commands.</param>
/// <param name="asker">Who types.</param>
/// <param name="ownCommands">Further names, with their slash, of the place where it is typed.</param>
public sealed class LineCompletion(CommandSet commands, Asker asker, IReadOnlyList<string> ownCommands)
{
    private const string Question = "/find ";

    /// <summary>Whole lines, best first.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.StartsWith('/'))
        {
            return [.. CompleteOptions(Question + line).Select(completed => completed[Question.Length..])];
        }

        return line.Contains(' ', StringComparison.Ordinal) ? CompleteOptions(line) : CompleteName(line);
    }

    private List<string> CompleteName(string line) =>
    [
        .. commands.Definitions.Where(definition => definition.Kind == CommandKind.Slash).Select(definition => "/" + definition.Name)
            .Concat(ownCommands)
            .Where(name => name.StartsWith(line, StringComparison.OrdinalIgnoreCase))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(name => name + " "),
    ];

    private List<string> CompleteOptions(string line)
    {
        var invocation = TypedLine.Parse(line, commands.Definitions, asker);
        if (TypedLine.Definition(invocation.Command, commands.Definitions) is not { } definition)
        {
            return [];
        }

        var last = line[(line.LastIndexOf(' ') + 1)..];
        if (last.Split(':') is [var name, _] && definition.Options.Any(option => option.Name == name && option is not TextOption))
        {
            var head = line[..^last.Length];
            return [.. commands.Complete(invocation, name).Select(choice => $"{head}{name}:{choice.Value}")];
        }

        return definition.Options.OfType<TextOption>().FirstOrDefault(option => option.Completes) is { } text
            ? CompleteText(line, text, invocation)
            : OptionNames(line, last, definition);
    }

    /// <summary>Completes the query; named options that were typed go behind it.</summary>
    private List<string> CompleteText(string line, TextOption option, Invocation invocation)
    {
        var head = line[..(line.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var others = string.Concat(invocation.Options.Where(other => other.Key != option.Name)
            .Select(other => $" {other.Key}:{other.Value}"));
        return [.. commands.Complete(invocation, option.Name).Select(choice => head + choice.Value + others)];
    }

    private static List<string> OptionNames(string line, string last, CommandDefinition definition) =>
    [
        .. definition.Options.OfType<NumberOption>()
            .Where(option => option.Name.StartsWith(last, StringComparison.OrdinalIgnoreCase))
            .Where(option => !line.Contains($" {option.Name}:", StringComparison.OrdinalIgnoreCase))
            .Select(option => $"{line[..^last.Length]}{option.Name}:"),
    ];
}
