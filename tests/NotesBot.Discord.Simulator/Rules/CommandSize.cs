using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>How long all texts of a command are: names, descriptions and values of everything in it, the longest localization
/// counted.</summary>
internal static class CommandSize
{
    /// <summary>The size in code points.</summary>
    public static int Of(JsonElement part) =>
        Longest(part, "name") + Longest(part, "description") + JsonText.CodePoints(JsonText.Of(part, "value"))
        + JsonText.Items(part, "options").Sum(Of) + JsonText.Items(part, "choices").Sum(Of);

    private static int Longest(JsonElement part, string name)
    {
        var localized = JsonText.Property(part, name + "_localizations") is { ValueKind: JsonValueKind.Object } texts
            ? texts.EnumerateObject().Select(text => JsonText.CodePoints(JsonText.Of(text.Value)))
            : [];
        return localized.Append(JsonText.CodePoints(JsonText.Of(part, name))).Max();
    }
}
