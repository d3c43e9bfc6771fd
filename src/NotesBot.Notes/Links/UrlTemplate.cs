using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Links;

/// <summary>Fills <see cref="NotesOptions.UrlTemplate"/>.</summary>
internal static partial class UrlTemplate
{
    /// <summary>The address; <see langword="null"/> when it is none of the web. What a passage lacks is left empty, and a fragment without
    /// content dropped.</summary>
    internal static string? Fill(string template, Passage passage)
    {
        var parts = template.Split('#', 2);
        var page = Filled(parts[0], passage);
        return UrlText.Web(parts.Length == 1 || IsEmpty(parts[1], passage) ? page : $"{page}#{Filled(parts[1], passage)}");
    }

    private static string Filled(string text, Passage passage) =>
        Placeholder().Replace(text, match => Value(match.Groups["name"].Value, passage) ?? match.Value);

    /// <summary>Whether the fragment is made of placeholders that this passage has nothing for.</summary>
    private static bool IsEmpty(string fragment, Passage passage) =>
        Placeholder().Matches(fragment) is { Count: > 0 } places && places.All(place => Value(place.Groups["name"].Value, passage) is "");

    private static string? Value(string name, Passage passage) => name switch
    {
        "path" => UrlText.Path(passage.Path),
        "anchor" => UrlText.Fragment(passage.Anchor ?? ""),
        "line" => Text(passage.Line),
        "endLine" => Text(passage.EndLine),
        "page" => Text(passage.Page),
        _ => null,
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
