using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Which fields of a select go together.</summary>
internal static class SelectRules
{
    private static readonly Rule Selects = new("MC-12", "CR");

    /// <summary>Checks the shape and then what the shape cannot say.</summary>
    public static Action<JsonElement, Spot> Check(Shape shape) => (select, at) =>
    {
        shape.Check(select, at);
        var here = at.Under(Selects);
        CheckCounts(select, here);
        CheckValues(select, here.In("options"));
    };

    private static void CheckCounts(JsonElement select, Spot here)
    {
        var min = JsonText.Number(select, "min_values") ?? 1;
        var max = JsonText.Number(select, "max_values") ?? 1;
        if (min > max)
        {
            here.In("min_values").Say("SELECT_COMPONENT_MIN_GREATER_THAN_MAX", "min_values must not be greater than max_values");
        }

        if (min == 0 && JsonText.Property(select, "required") is { ValueKind: JsonValueKind.True })
        {
            here.In("min_values").Say("SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES", "A required select must have min_values of at least 1");
        }

        if (max > JsonText.Items(select, "options").Count())
        {
            here.In("max_values").Note("max_values is more than there are options.");
        }
    }

    private static void CheckValues(JsonElement select, Spot here)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var option in JsonText.Items(select, "options"))
        {
            if (!seen.Add(JsonText.Of(option, "value")))
            {
                here.In(index).In("value").Say("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }

            index++;
        }
    }
}
