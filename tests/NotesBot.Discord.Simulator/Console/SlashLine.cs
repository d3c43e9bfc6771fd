using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>A slash command as it is typed: <c>/find query:data drift course:1</c>, or <c>/find data drift</c> for the first
/// option.</summary>
internal sealed partial record SlashLine(string Name, IReadOnlyList<OptionValue> Options)
{
    /// <summary>Reads a line with the definition of the command; the words before the first <c>name:</c> fill the first option that has
    /// none.</summary>
    public static SlashLine Parse(string line, JsonNode? definition)
    {
        var name = line.TrimStart('/').Split(' ', 2)[0];
        var rest = line.TrimStart('/')[name.Length..].Trim();
        var known = (definition?["options"] as JsonArray ?? []).Select(option => option!).ToList();
        var texts = Texts(rest, known);
        var options = known.Where(option => texts.ContainsKey(NameOf(option))).Select(option => Value(option, texts[NameOf(option)]));
        return new SlashLine(name, [.. options]);
    }

    /// <summary>The option that the end of the line is in, and what is typed of it.</summary>
    public static (string Name, string Typed)? Focus(string line, JsonNode definition)
    {
        var known = (definition["options"] as JsonArray ?? []).Select(option => option!).ToList();
        var last = Marks(line, known).LastOrDefault();
        if (last is not null)
        {
            return (last.Groups["name"].Value, line[(last.Index + last.Length)..].TrimStart());
        }

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 || known.Count == 0 ? null : (NameOf(known[0]), line[(space + 1)..]);
    }

    private static Dictionary<string, string> Texts(string rest, List<JsonNode> known)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var marks = Marks(rest, known);
        var lead = (marks.Count == 0 ? rest : rest[..marks[0].Index]).Trim();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Index : rest.Length;
            texts[marks[i].Groups["name"].Value] = rest[(marks[i].Index + marks[i].Length)..end].Trim();
        }

        var free = known.Select(NameOf).FirstOrDefault(name => !texts.ContainsKey(name));
        if (lead.Length > 0 && free is not null)
        {
            texts[free] = lead;
        }

        return texts;
    }

    private static List<Match> Marks(string text, List<JsonNode> known) =>
        [.. Mark().Matches(text).Where(match => known.Exists(option => NameOf(option) == match.Groups["name"].Value))];

    private static OptionValue Value(JsonNode option, string text)
    {
        var type = option["type"]!.GetValue<int>();
        object value = type switch
        {
            4 when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            10 when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            5 => text is "true" or "yes" or "on" or "1",
            _ => text,
        };
        return new OptionValue(NameOf(option), value) { Type = type };
    }

    private static string NameOf(JsonNode option) => option["name"]!.GetValue<string>();

    [GeneratedRegex(@"(?<!\S)(?<name>[\w'-]+):")]
    private static partial Regex Mark();
}
