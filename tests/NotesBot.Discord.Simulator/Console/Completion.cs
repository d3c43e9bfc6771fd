using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>What a line can become: words of the console, commands, options, and what the bot suggests for them.</summary>
internal sealed class Completion(IReadOnlyList<string> words, Func<IReadOnlyList<JsonNode>> commands, Func<string,
    IReadOnlyList<OptionValue>, Task<SimulatedInteraction>> ask)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What the bot suggested last: what people see, and what the option becomes.</summary>
    public IReadOnlyList<(string Label, string Value)> Offered { get; private set; } = [];

    /// <summary>Whole lines that begin as this one does.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string line)
    {
        if (!line.Contains(' ', StringComparison.Ordinal))
        {
            var names = commands().Where(command => command["type"]!.GetValue<int>() == 1).Select(command => $"/{command["name"]} ");
            return [.. names.Concat(words.Select(word => word + " "))
                .Where(word => word.StartsWith(line, StringComparison.OrdinalIgnoreCase))];
        }

        var definition = Definition(line);
        if (definition is null || SlashLine.Focus(line, definition) is not { } focus)
        {
            return [];
        }

        var option = ((JsonArray)definition["options"]!).First(known => known!["name"]!.GetValue<string>() == focus.Name)!;
        var values = option["autocomplete"]?.GetValue<bool>() == true ? await SuggestAsync(line, definition, focus) : Choices(option);
        var start = line[..^focus.Typed.Length];
        return [.. values.Select(value => start + value), .. NextOptions(line, definition)];
    }

    private JsonNode? Definition(string line)
    {
        var name = line.TrimStart('/').Split(' ', 2)[0];
        return line.StartsWith('/')
            ? commands().FirstOrDefault(command => command["name"]!.GetValue<string>() == name && command["options"] is JsonArray)
            : null;
    }

    private async Task<IReadOnlyList<string>> SuggestAsync(string line, JsonNode definition, (string Name, string Typed) focus)
    {
        var given = SlashLine.Parse(line, definition).Options.Where(option => option.Name != focus.Name);
        var type = ((JsonArray)definition["options"]!)
            .First(option => option!["name"]!.GetValue<string>() == focus.Name)!["type"]!.GetValue<int>();
        var asked = await ask(definition["name"]!.GetValue<string>(),
            [.. given, new OptionValue(focus.Name, focus.Typed) { IsFocused = true, Type = type }]);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var answer = await asked.CallbackAsync(patience.Token);
            Offered = answer.Type != 8
                ? []
                : [.. JsonText.Items(answer.Body.GetProperty("data"), "choices")
                    .Select(choice => (JsonText.Of(choice, "name"), Text(choice.GetProperty("value"))))];
            return [.. Offered.Select(choice => choice.Value)];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Choices(JsonNode option) =>
        [.. (option["choices"] as JsonArray ?? []).Select(choice => choice!["value"]!.ToString())];

    private static IEnumerable<string> NextOptions(string line, JsonNode definition) => !line.EndsWith(' ')
        ? []
        : ((JsonArray)definition["options"]!).Select(option => $"{option!["name"]}:")
            .Where(name => !line.Contains(name, StringComparison.Ordinal)).Select(name => line + name);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : value.GetRawText();
}
