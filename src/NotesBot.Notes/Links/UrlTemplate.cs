using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Links;

/// <summary>Fills <see cref="NotesOptions.UrlTemplate"/>.</summary>
internal static partial class UrlTemplate
{
    /// <summary>The address; <see langword="null"/> when it is none of the web. What a passage lacks is left empty, and a fragment or value without content dropped.</summary>
    internal static string? Fill(string template, Passage passage)
    {
        var filled = Placeholder().Replace(template, match => Value(match.Groups["name"].Value, passage) ?? match.Value);
        return UrlText.Web(Empty().Replace(filled, ""));
    }

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

    [GeneratedRegex(@"#(?:[A-Za-z]+=?-?[A-Za-z]?)?$")]
    private static partial Regex Empty();
}
