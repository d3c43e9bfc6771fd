using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What holds for a command as a whole, and for a list of them.</summary>
internal static class CommandRules
{
    private const int MaxText = 8000;
    private static readonly Dictionary<int, int> MaxOfType = new() { [1] = 100, [2] = 15, [3] = 15 };

    /// <summary>A whole list, as a bulk write sends it.</summary>
    public static void CheckAll(JsonElement list, Spot at)
    {
        var commands = list.EnumerateArray().ToList();
        foreach (var (command, index) in commands.Select((command, index) => (command, index)))
        {
            CheckOne(command, at.In(index));
        }

        foreach (var group in commands.GroupBy(TypeOf).Where(group => group.Count() > MaxOfType.GetValueOrDefault(group.Key, int.MaxValue)))
        {
            var sentence = $"Maximum number of application commands reached ({MaxOfType[group.Key]})";
            at.Found.Add(new Finding(at.Path, "MAX_COMMANDS", sentence, new Rule("RG-01", "AC")) { ApiCode = 30032 });
        }

        if (commands.Select(command => (TypeOf(command), JsonText.Of(command, "name"))).Distinct().Count() < commands.Count)
        {
            at.Under("RG-10", "AC").Say("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
    }

    /// <summary>One command.</summary>
    public static void CheckOne(JsonElement command, Spot at)
    {
        if (TypeOf(command) == 1)
        {
            CheckChatInput(command, at);
        }
        else
        {
            CheckContextMenu(command, at.Under("RG-09", "AC"));
        }

        CheckContexts(command, at);
        CheckOptions(command, at.In("options"));
        if (CommandSize.Of(command) > MaxText)
        {
            at.Under("RG-14", "AC").Say("APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxText})");
        }
    }

    /// <summary>A command's type: CHAT_INPUT unless it says another one.</summary>
    public static int TypeOf(JsonElement command) => JsonText.Number(command, "type") ?? 1;

    private static void CheckChatInput(JsonElement command, Spot at)
    {
        TextFormats.CommandName(JsonText.Of(command, "name"), at.In("name"));
        if (JsonText.Property(command, "name_localizations") is { ValueKind: JsonValueKind.Object } names)
        {
            foreach (var name in names.EnumerateObject())
            {
                TextFormats.CommandName(JsonText.Of(name.Value), at.In("name_localizations").In(name.Name));
            }
        }

        if (JsonText.IsBlank(JsonText.Of(command, "description")))
        {
            at.In("description").Under("RG-08", "AC").Say("BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void CheckContextMenu(JsonElement command, Spot at)
    {
        if (JsonText.Of(command, "description").Length > 0 || JsonText.Property(command, "description_localizations") is not null)
        {
            at.In("description").Say("APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have a description");
        }

        if (JsonText.Items(command, "options").Any())
        {
            at.In("options").Say("APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options");
        }
    }

    private static void CheckContexts(JsonElement command, Spot at)
    {
        var contexts = JsonText.Items(command, "contexts").Select(context => context.GetRawText());
        var types = JsonText.Items(command, "integration_types").Select(type => type.GetRawText());
        if (contexts.Contains("2") && !types.Contains("1"))
        {
            at.In("contexts").Under("RG-18", "UIA").Say("APPLICATION_COMMAND_CONTEXT_NEEDS_USER_INSTALL",
                "PRIVATE_CHANNEL needs the integration type USER_INSTALL");
        }
    }

    private static void CheckOptions(JsonElement owner, Spot at)
    {
        var options = JsonText.Items(owner, "options").ToList();
        OptionListRules.Check(options, at);
        foreach (var (option, index) in options.Select((option, index) => (option, index)))
        {
            OptionRules.Check(option, at.In(index));
            CheckOptions(option, at.In(index).In("options"));
        }
    }
}
