using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Suggestions against the option that they are for.</summary>
internal static class ChoiceRules
{
    private const int StringOption = 3;

    public static void Check(SimulatedInteraction interaction, JsonElement data, Spot at)
    {
        var here = at.Under("IN-17", "AC");
        var choices = JsonText.Items(data, "choices").ToList();
        if (choices.Select(choice => choice.GetProperty("value").GetRawText()).Distinct(StringComparer.Ordinal).Count() < choices.Count)
        {
            here.Note("Two suggestions have one value.");
        }

        var wantsText = FocusedType(interaction.Payload["data"]?["options"]) is not { } type || type == StringOption;
        for (var index = 0; index < choices.Count; index++)
        {
            var isText = choices[index].GetProperty("value").ValueKind == JsonValueKind.String;
            if (isText != wantsText)
            {
                here.In(index).In("value").Say("APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_TYPE", "The value is not of the option's type");
            }
        }
    }

    private static int? FocusedType(JsonNode? options)
    {
        foreach (var option in options as JsonArray ?? [])
        {
            if (option?["focused"] is not null)
            {
                return option["type"]?.GetValue<int>();
            }

            if (FocusedType(option?["options"]) is { } nested)
            {
                return nested;
            }
        }

        return null;
    }
}
