using System.Text.RegularExpressions;

namespace NotesBot.Commands.Typing;

/// <summary>Reads a line that somebody typed as a question to a command.</summary>
public static partial class TypedLine
{
    private const string Question = "find";

    [GeneratedRegex(@"(?<=^|\s)(\p{L}+):(\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedOption();

    /// <summary>
    /// The question of a line: <c>/name</c> with options as <c>name:value</c>, and the rest as text, or, for a command without a text,
    /// as numbers in the order of its number options. A line without a slash is a <c>/find</c>.
    /// </summary>
    /// <param name="line">As typed.</param>
    /// <param name="definitions">The commands that there are.</param>
    /// <param name="asker">Who typed it.</param>
    public static Invocation Parse(string line, IReadOnlyList<CommandDefinition> definitions, Asker asker)
    {
        ArgumentNullException.ThrowIfNull(line);
        var trimmed = line.Trim();
        var isCommand = trimmed.StartsWith('/');
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        var name = !isCommand ? Question : (space < 0 ? trimmed[1..] : trimmed[1..space]).ToLowerInvariant();
        var rest = !isCommand ? trimmed : space < 0 ? "" : trimmed[space..];
        var definition = Definition(name, definitions);
        return new Invocation { Command = name, Asker = asker, Options = definition is null ? [] : OptionsOf(rest, definition) };
    }

    /// <summary>The slash command of this name; <see langword="null"/> when there is none.</summary>
    internal static CommandDefinition? Definition(string name, IReadOnlyList<CommandDefinition> definitions) =>
        definitions.FirstOrDefault(definition => definition.Kind == CommandKind.Slash && definition.Name == name);

    /// <summary>The options in the text behind a command's name.</summary>
    private static Dictionary<string, string> OptionsOf(string text, CommandDefinition definition)
    {
        var options = new Dictionary<string, string>();
        var rest = NamedOption().Replace(text, match => Take(match, definition, options)).Trim();
        if (rest.Length == 0)
        {
            return options;
        }

        if (definition.Options.OfType<TextOption>().FirstOrDefault(option => !options.ContainsKey(option.Name)) is { } textOption)
        {
            options[textOption.Name] = rest;
            return options;
        }

        var numbers = definition.Options.OfType<NumberOption>().Where(option => !options.ContainsKey(option.Name));
        foreach (var (option, word) in numbers.Zip(rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            options[option.Name] = word;
        }

        return options;
    }

    /// <summary>
    /// Takes a named option out of the text. What names no number or flag of this command stays in it: it is a word of the query.
    /// </summary>
    private static string Take(Match match, CommandDefinition definition, Dictionary<string, string> options)
    {
        var name = match.Groups[1].Value.ToLowerInvariant();
        if (!definition.Options.Any(option => option is not TextOption && option.Name == name))
        {
            return match.Value;
        }

        options[name] = match.Groups[2].Value;
        return " ";
    }
}
