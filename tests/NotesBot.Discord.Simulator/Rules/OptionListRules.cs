using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What holds between the options of one command or subcommand.</summary>
internal static class OptionListRules
{
    public static void Check(List<JsonElement> options, Spot at)
    {
        CheckOrder(options, at.Under("RG-10", "AC"));
        CheckNames(options, at);
        if (options.Any(IsSubCommand) && !options.All(IsSubCommand))
        {
            at.Under("RG-28", "AC").Say("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
    }

    private static void CheckOrder(List<JsonElement> options, Spot at)
    {
        var firstOptional = options.FindIndex(option => !IsRequired(option));
        var lastRequired = options.FindLastIndex(IsRequired);
        if (firstOptional >= 0 && lastRequired > firstOptional)
        {
            at.In(lastRequired).Say("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options");
        }
    }

    private static void CheckNames(List<JsonElement> options, Spot at)
    {
        var names = options.Select(option => JsonText.Of(option, "name")).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            at.Under("RG-10", "AC").Say("APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option name already exists");
        }

        foreach (var locale in options.SelectMany(LocalesOf).Distinct(StringComparer.Ordinal))
        {
            CheckNamesIn(locale, options, at);
        }
    }

    /// <summary>In one language the names are distinct, and none is the default name of another option.</summary>
    private static void CheckNamesIn(string locale, List<JsonElement> options, Spot at)
    {
        var shown = options.Select(option => (Default: JsonText.Of(option, "name"), Localized: NameIn(locale, option))).ToList();
        foreach (var (name, localized) in shown.Where(option => option.Localized is not null))
        {
            if (shown.Count(option => (option.Localized ?? option.Default) == localized) > 1
                || shown.Any(option => option.Default != name && option.Default == localized))
            {
                at.Under("RG-17", "AC").Say("APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED",
                    $"Option name \"{localized}\" already exists in {locale}");
            }
        }
    }

    private static IEnumerable<string> LocalesOf(JsonElement option) =>
        JsonText.Property(option, "name_localizations") is { ValueKind: JsonValueKind.Object } names
            ? names.EnumerateObject().Select(name => name.Name)
            : [];

    private static string? NameIn(string locale, JsonElement option) =>
        JsonText.Property(option, "name_localizations") is { } names && JsonText.Property(names, locale) is { } name
            ? JsonText.Of(name)
            : null;

    private static bool IsRequired(JsonElement option) => JsonText.Property(option, "required") is { ValueKind: JsonValueKind.True };

    private static bool IsSubCommand(JsonElement option) => JsonText.Number(option, "type") is 1 or 2;
}
