using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Reading bodies of strangers.</summary>
internal static class JsonText
{
    /// <summary>The text; false when it has a lone surrogate or is no text.</summary>
    public static bool TryRead(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text, or an empty one.</summary>
    public static string Of(JsonElement value) => TryRead(value, out var text) ? text : "";

    /// <summary>The text of a property, or an empty one.</summary>
    public static string Of(JsonElement value, string name) => Property(value, name) is { } found ? Of(found) : "";

    /// <summary>The number of a property, where it has one.</summary>
    public static int? Number(JsonElement value, string name) =>
        Property(value, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    /// <summary>The property, unless it is absent or null.</summary>
    public static JsonElement? Property(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null
            ? found
            : null;

    /// <summary>The items of a list property; none when it is absent, null or no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value, string name) =>
        Property(value, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>How long Discord thinks that a text is.</summary>
    public static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);

    /// <summary>Whether nothing of it can be seen.</summary>
    public static bool IsBlank(string text) =>
        text.All(c => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u2800' or '\u00AD');
}
