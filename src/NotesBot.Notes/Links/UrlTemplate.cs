using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Links;

/// <summary>Fills <see cref="NotesOptions.UrlTemplate"/>.</summary>
internal static partial class UrlTemplate
{
    /// <summary>The address; <see langword="null"/> when it is none of the web. What a place lacks is left empty, and a fragment without
    /// content dropped.</summary>
    internal static string? Fill(string template, PassagePlace place)
    {
        var parts = template.Split('#', 2);
        var page = Filled(parts[0], place);
        return UrlText.Web(parts.Length == 1 || IsEmpty(parts[1], place) ? page : $"{page}#{Filled(parts[1], place)}");
    }

    private static string Filled(string text, PassagePlace place) =>
        Placeholder().Replace(text, match => Value(match.Groups["name"].Value, place) ?? match.Value);

    /// <summary>Whether the fragment is made of placeholders that this place has nothing for.</summary>
    private static bool IsEmpty(string fragment, PassagePlace place) =>
        Placeholder().Matches(fragment) is { Count: > 0 } holes && holes.All(hole => Value(hole.Groups["name"].Value, place) is "");

    private static string? Value(string name, PassagePlace place) => name switch
    {
        "path" => UrlText.Path(place.Path),
        "anchor" => UrlText.Fragment(place.Anchor ?? ""),
        "line" => Text(place.At.Line),
        "endLine" => Text(place.At.EndLine),
        "page" => Text(place.At.Page),
        _ => null,
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
