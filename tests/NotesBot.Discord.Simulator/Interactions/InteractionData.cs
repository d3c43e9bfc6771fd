using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator;

/// <summary>An option of a command as somebody fills it in.</summary>
/// <param name="Name">The option's default name.</param>
/// <param name="Value">A string, whole number, number or boolean; or a list of <see cref="OptionValue"/> for a subcommand.</param>
public sealed record OptionValue(string Name, object Value)
{
    /// <summary>Whether the cursor is in it (autocomplete).</summary>
    public bool IsFocused { get; init; }

    /// <summary>Another option type than that of the value.</summary>
    public int? Type { get; init; }
}

/// <summary>The <c>data</c> of interactions.</summary>
internal static class InteractionData
{
    private const int SubCommand = 1;

    public static JsonObject Command(string id, string name, IReadOnlyList<OptionValue> options)
    {
        var data = new JsonObject { ["id"] = id, ["name"] = name, ["type"] = 1 };
        if (options.Count > 0)
        {
            data["options"] = Options(options);
        }

        return data;
    }

    public static JsonObject MessageCommand(string id, string name, JsonObject target)
    {
        var targetId = target["id"]!.GetValue<string>();
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = targetId,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [targetId] = target.DeepClone() } },
        };
    }

    public static JsonObject Component(JsonElement control, IReadOnlyList<string> values)
    {
        var data = new JsonObject
        {
            ["custom_id"] = JsonText.Of(control, "custom_id"),
            ["component_type"] = JsonText.Number(control, "type"),
            ["id"] = JsonText.Number(control, "id") ?? 0,
        };
        if (JsonText.Number(control, "type") != 2)
        {
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        }

        return data;
    }

    /// <summary>A form as it comes back: each Label with its filled-in component.</summary>
    public static JsonObject Modal(JsonElement modal, IReadOnlyDictionary<string, string> answers)
    {
        var components = new JsonArray();
        foreach (var (child, index) in JsonText.Items(modal, "components").Select((child, index) => (child, index)))
        {
            var field = JsonText.Property(child, "component") ?? JsonText.Items(child, "components").FirstOrDefault();
            if (field.ValueKind == JsonValueKind.Object)
            {
                var filled = Filled(field, answers.GetValueOrDefault(JsonText.Of(field, "custom_id")));
                components.Add(Wrap(child, index, filled));
            }
        }

        return new JsonObject { ["custom_id"] = JsonText.Of(modal, "custom_id"), ["components"] = components };
    }

    private static JsonObject Wrap(JsonElement child, int index, JsonObject filled)
    {
        var isLabel = JsonText.Number(child, "type") == 18;
        var wrapped = new JsonObject { ["type"] = JsonText.Number(child, "type"), ["id"] = index + 1 };
        wrapped[isLabel ? "component" : "components"] = isLabel ? filled : new JsonArray(filled);
        return wrapped;
    }

    private static JsonObject Filled(JsonElement field, string? answer)
    {
        var type = JsonText.Number(field, "type");
        var filled = new JsonObject { ["type"] = type, ["id"] = 100, ["custom_id"] = JsonText.Of(field, "custom_id") };
        if (type is 3 or 22)
        {
            filled["values"] = answer is null ? new JsonArray() : new JsonArray(answer);
        }
        else
        {
            filled["value"] = answer ?? JsonText.Of(field, "value");
        }

        return filled;
    }

    private static JsonArray Options(IReadOnlyList<OptionValue> options) => new([.. options.Select(option => (JsonNode?)Option(option))]);

    private static JsonObject Option(OptionValue option)
    {
        var result = new JsonObject { ["name"] = option.Name };
        if (option.Value is IReadOnlyList<OptionValue> nested)
        {
            result["type"] = option.Type ?? SubCommand;
            result["options"] = Options(nested);
            return result;
        }

        (result["type"], result["value"]) = Scalar(option.Value);
        result["type"] = option.Type ?? result["type"]?.GetValue<int>();
        if (option.IsFocused)
        {
            result["focused"] = true;
        }

        return result;
    }

    private static (JsonNode Type, JsonNode Value) Scalar(object value) => value switch
    {
        string text => (3, text),
        bool flag => (5, flag),
        int number => (4, number),
        long number => (4, number),
        double number => (10, number),
        _ => throw new ArgumentException($"An option cannot be a {value.GetType()}.", nameof(value)),
    };
}
