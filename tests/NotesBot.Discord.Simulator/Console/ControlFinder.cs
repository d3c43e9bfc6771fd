using System.Globalization;
using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>Finds the button or the option that somebody means.</summary>
internal static class ControlFinder
{
    private const int Button = 2;

    /// <summary>By number from 1, by label, or by the beginning of a label; a select's options are counted through all selects.</summary>
    public static (JsonElement Control, IReadOnlyList<string> Values)? Find(SimulatedMessage message, bool inSelects, string wanted)
    {
        var all = inSelects ? Options(message) : Buttons(message);
        var byNumber = int.TryParse(wanted, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= all.Count
            ? number - 1
            : -1;
        var index = byNumber >= 0 ? byNumber : ByLabel(all, wanted);
        return index < 0 ? null : (all[index].Control, all[index].Values);
    }

    private static int ByLabel(List<(string Label, JsonElement Control, IReadOnlyList<string> Values)> all, string wanted)
    {
        var exact = all.FindIndex(entry => entry.Label.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 || wanted.Length == 0
            ? exact
            : all.FindIndex(entry => entry.Label.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static List<(string Label, JsonElement Control, IReadOnlyList<string> Values)> Buttons(SimulatedMessage message) =>
        [.. message.Controls.Where(control => JsonText.Number(control, "type") == Button)
            .Select(control => (Label(control), control, (IReadOnlyList<string>)[]))];

    private static List<(string Label, JsonElement Control, IReadOnlyList<string> Values)> Options(SimulatedMessage message) =>
        [.. message.Controls.Where(control => JsonText.Number(control, "type") != Button)
            .SelectMany(control => JsonText.Items(control, "options")
            .Select(option => (JsonText.Of(option, "label"), control, (IReadOnlyList<string>)[JsonText.Of(option, "value")])))];

    private static string Label(JsonElement control) =>
        $"{(JsonText.Property(control, "emoji") is { } emoji ? JsonText.Of(emoji, "name") : "")} {JsonText.Of(control, "label")}".Trim();
}
