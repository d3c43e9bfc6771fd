using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Which fields of an option go together.</summary>
internal static class OptionRules
{
    public static void Check(JsonElement option, Spot at)
    {
        if (JsonText.Property(option, "autocomplete") is { ValueKind: JsonValueKind.True } && JsonText.Items(option, "choices").Any())
        {
            at.In("choices").Under("RG-11", "AC").Say("APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
                "Options with autocomplete cannot have choices");
        }

        CheckOrder(option, ("min_length", "max_length"), at.Under("RG-13", "AC"));
        CheckOrder(option, ("min_value", "max_value"), at.Under("RG-13", "AC"));
        CheckChoices(option, at.In("choices").Under("RG-12", "AC"));
    }

    private static void CheckOrder(JsonElement option, (string Min, string Max) fields, Spot at)
    {
        if (Value(option, fields.Min) > Value(option, fields.Max))
        {
            at.In(fields.Min).Say("APPLICATION_COMMAND_OPTIONS_RANGE", $"{fields.Min} must not be greater than {fields.Max}");
        }
    }

    private static void CheckChoices(JsonElement option, Spot at)
    {
        var choices = JsonText.Items(option, "choices").ToList();
        if (choices.Select(choice => JsonText.Of(choice, "name")).Distinct(StringComparer.Ordinal).Count() < choices.Count
            && IsNamedTwice(choices))
        {
            at.Say("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE", "Option choice name already exists");
        }
    }

    /// <summary>Two choices that neither name nor value tells apart.</summary>
    private static bool IsNamedTwice(List<JsonElement> choices) =>
        choices.Select(choice => choice.GetRawText()).Distinct(StringComparer.Ordinal).Count() < choices.Count;

    private static double? Value(JsonElement option, string name) =>
        JsonText.Property(option, name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
