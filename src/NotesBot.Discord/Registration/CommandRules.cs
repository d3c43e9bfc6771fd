using System.Text.Json;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>What Discord refuses in a list of commands, found before it is sent.</summary>
/// <remarks>Source: Discord's page "Application Commands"; lengths are counted in UTF-16 units, never fewer than Discord counts.</remarks>
internal static class CommandRules
{
    private const int MostOptions = 25;
    private const int MostSlashCommands = 100;
    private const int MostMenuCommands = 15;
    private const int LongestText = 100;
    private const int MaxTextLength = 6_000;

    /// <summary>All faults, a sentence each; none when Discord will take the list.</summary>
    /// <param name="commands">The whole list of one scope.</param>
    /// <param name="isForGuild">Whether it is for a single server.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyList<CommandJson> commands, bool isForGuild) =>
    [
        .. ListFaults(commands),
        .. commands.SelectMany(command => CommandFaults(command, isForGuild).Select(fault => $"Command “{command.Name}”: {fault}")),
    ];

    private static IEnumerable<string> ListFaults(IReadOnlyList<CommandJson> commands)
    {
        if (commands.Count(IsSlash) > MostSlashCommands)
        {
            yield return $"There are more than {MostSlashCommands} slash commands.";
        }

        if (commands.Where(command => !IsSlash(command)).CountBy(command => command.Type ?? 1).Any(kind => kind.Value > MostMenuCommands))
        {
            yield return $"There are more than {MostMenuCommands} commands of one menu.";
        }

        foreach (var twice in commands.GroupBy(command => (command.Name, command.Type ?? 1)).Where(group => group.Count() > 1))
        {
            yield return $"The name “{twice.Key.Name}” is given twice.";
        }
    }

    private static IEnumerable<string> CommandFaults(CommandJson command, bool isForGuild) =>
    [
        .. IsSlash(command) ? SlashFaults(command) : MenuFaults(command),
        .. LocaleFaults(command.NameLocalizations, IsSlash(command) ? CommandNames.IsSlashName : CommandNames.IsMenuName, "name"),
        .. PlaceFaults(command, isForGuild),
        .. CommandSize.Of(command) > CommandSize.Most
            ? [$"its texts are longer than {CommandSize.Most} characters."] : Array.Empty<string>(),
    ];

    private static bool IsSlash(CommandJson command) => command.Type is null or 1;

    private static IEnumerable<string> SlashFaults(CommandJson command) =>
    [
        .. CommandNames.IsSlashName(command.Name) ? [] : new[] { "the name is not made of 1 to 32 lower-case letters, digits, - and _." },
        .. DescriptionFaults(command.Description, command.DescriptionLocalizations),
        .. OptionListFaults(command.Options ?? []),
        .. (command.Options ?? []).SelectMany(option => OptionFaults(option).Select(fault => $"option “{option.Name}”: {fault}")),
    ];

    private static IEnumerable<string> MenuFaults(CommandJson command)
    {
        if (!CommandNames.IsMenuName(command.Name))
        {
            yield return "the name has not 1 to 32 characters.";
        }

        if (!string.IsNullOrEmpty(command.Description) || command.DescriptionLocalizations is not null || command.Options is { Count: > 0 })
        {
            yield return "an entry of a menu has neither description nor options.";
        }
    }

    private static IEnumerable<string> PlaceFaults(CommandJson command, bool isForGuild)
    {
        if (isForGuild && (command.Contexts is not null || command.IntegrationTypes is not null))
        {
            yield return "a command of a single server does not say where it may be used or installed.";
        }

        if (command.Contexts is { Count: 0 } || command.Contexts?.Distinct().Count() < command.Contexts?.Count)
        {
            yield return "the contexts are empty or given twice.";
        }

        if (command.Contexts?.Contains(2) == true && command.IntegrationTypes?.Contains(1) != true)
        {
            yield return "private channels need installation by people.";
        }

        if (command.DefaultMemberPermissions is { } bits && !ulong.TryParse(bits, out _))
        {
            yield return "the permissions are no decimal number.";
        }
    }

    private static IEnumerable<string> OptionListFaults(IReadOnlyList<OptionJson> options)
    {
        if (options.Count > MostOptions)
        {
            yield return $"there are more than {MostOptions} options.";
        }

        if (options.SkipWhile(option => option.Required == true).Any(option => option.Required == true))
        {
            yield return "a required option stands after one that is not.";
        }

        if (options.Any(IsSubcommand) && !options.All(IsSubcommand))
        {
            yield return "plain options stand beside subcommands.";
        }

        foreach (var locale in LocalesOf(options).Prepend(null))
        {
            if (options.Select(option => NameIn(option, locale)).Distinct(StringComparer.Ordinal).Count() < options.Count)
            {
                yield return $"two options have one name ({locale ?? "default"}).";
            }
        }

        if (options.Any(option => TakesNameOfAnother(option, options)))
        {
            yield return "an option has in some language the name of another.";
        }
    }

    private static IEnumerable<string> OptionFaults(OptionJson option) =>
    [
        .. CommandNames.IsSlashName(option.Name) ? [] : new[] { "the name is not made of 1 to 32 lower-case letters, digits, - and _." },
        .. LocaleFaults(option.NameLocalizations, CommandNames.IsSlashName, "name"),
        .. DescriptionFaults(option.Description, option.DescriptionLocalizations),
        .. ValueFaults(option),
        .. NestingFaults(option),
    ];

    private static IEnumerable<string> ValueFaults(OptionJson option)
    {
        var takesChoices = option.Type is 3 or 4 or 10;
        if (option.Autocomplete == true && (!takesChoices || option.Choices is { Count: > 0 }))
        {
            yield return "only texts and numbers without choices are completed.";
        }

        if (option.Choices is { Count: > 0 } choices && (!takesChoices || choices.Count > MostOptions || !choices.All(IsChoice)))
        {
            yield return $"choices are for texts and numbers, at most {MostOptions}, names and values of 1 to {LongestText} characters.";
        }

        if (option.MinLength is < 0 or > MaxTextLength || option.MaxLength is < 1 or > MaxTextLength || option.MinLength > option.MaxLength)
        {
            yield return $"lengths are from 1 to {MaxTextLength}, the smaller first.";
        }

        if ((option.Type != 3 && (option.MinLength ?? option.MaxLength) is not null)
            || (option.Type is not (4 or 10) && (option.MinValue ?? option.MaxValue) is not null) || option.MinValue > option.MaxValue)
        {
            yield return "lengths are for texts, smallest and largest values for numbers, the smaller first.";
        }
    }

    private static IEnumerable<string> NestingFaults(OptionJson option)
    {
        var inner = option.Options ?? [];
        if (!IsSubcommand(option))
        {
            return inner.Count > 0 ? ["only subcommands have options."] : [];
        }

        var fits = option.Type == 2 ? inner.All(child => child.Type == 1) : !inner.Any(IsSubcommand);
        return
        [
            .. fits ? [] : new[] { "subcommands stand in a group or in the command, groups in the command alone." },
            .. option.Required is null ? [] : new[] { "a subcommand cannot be required." },
            .. OptionListFaults(inner),
            .. inner.SelectMany(child => OptionFaults(child).Select(fault => $"option “{child.Name}”: {fault}")),
        ];
    }

    private static IEnumerable<string> DescriptionFaults(string? description, IReadOnlyDictionary<string, string>? others) =>
    [
        .. IsDescription(description) ? [] : new[] { $"the description has not 1 to {LongestText} characters." },
        .. LocaleFaults(others, IsDescription, "description"),
    ];

    private static IEnumerable<string> LocaleFaults(IReadOnlyDictionary<string, string>? texts, Func<string?, bool> fits, string what)
    {
        foreach (var (locale, text) in texts ?? new Dictionary<string, string>())
        {
            if (!DiscordLocales.All.Contains(locale))
            {
                yield return $"Discord does not know the language “{locale}”.";
            }

            if (!fits(text))
            {
                yield return $"the {what} in “{locale}” is none that Discord takes.";
            }
        }

        if (texts?.ContainsKey("en-GB") == true && !texts.ContainsKey("en-US"))
        {
            yield return $"the {what} is given in en-GB and not in en-US.";
        }
    }

    private static bool IsSubcommand(OptionJson option) => option.Type is 1 or 2;

    private static bool IsDescription(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    private static bool IsChoice(ChoiceJson choice) =>
        IsDescription(choice.Name) && (choice.NameLocalizations?.Values ?? []).All(IsDescription)
        && (choice.Value.ValueKind == JsonValueKind.Number || choice.Value is { ValueKind: JsonValueKind.String } text
            && text.GetString()!.Length <= LongestText);

    private static IEnumerable<string?> LocalesOf(IReadOnlyList<OptionJson> options) =>
        options.SelectMany(option => option.NameLocalizations?.Keys ?? []).Distinct(StringComparer.Ordinal);

    private static string? NameIn(OptionJson option, string? locale) =>
        locale is not null && option.NameLocalizations?.TryGetValue(locale, out var name) == true ? name : option.Name;

    private static bool TakesNameOfAnother(OptionJson option, IReadOnlyList<OptionJson> options) =>
        (option.NameLocalizations?.Values ?? []).Any(name => options.Any(other => other != option && other.Name == name));
}
