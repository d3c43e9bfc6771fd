using System.Text;
using System.Text.Json;

namespace NotesBot.Notes.Reading;

/// <summary>Looks into the JSON of a notebook, where anything may be missing or of another type.</summary>
internal static class NotebookJson
{
    /// <summary>A member; an undefined element when there is none.</summary>
    internal static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <summary>The items of a list; none when it is no list.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        var child = Child(element, name);
        return child.ValueKind == JsonValueKind.Array ? child.EnumerateArray() : [];
    }

    /// <summary>A text that is written whole or as a list of lines; empty when there is none.</summary>
    internal static string Text(JsonElement element, string name)
    {
        var child = Child(element, name);
        if (child.ValueKind == JsonValueKind.String)
        {
            return child.GetString() ?? "";
        }

        var text = new StringBuilder();
        foreach (var line in Items(element, name).Where(line => line.ValueKind == JsonValueKind.String))
        {
            text.Append(line.GetString());
        }

        return text.ToString();
    }

    /// <summary>A whole number; <see langword="null"/> when there is none.</summary>
    internal static int? Number(JsonElement element, string name)
    {
        var child = Child(element, name);
        return child.ValueKind == JsonValueKind.Number && child.TryGetInt32(out var number) ? number : null;
    }
}
