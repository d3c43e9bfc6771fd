using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>The first line of a callout, <c>[!Tip] title</c>.</summary>
internal static partial class Callout
{
    /// <summary>The text of a quote's first paragraph: <c>Tip: title</c> on a line of its own where there was a mark, else unchanged.</summary>
    internal static string Read(string text)
    {
        var match = Mark().Match(text);
        if (!match.Success)
        {
            return text;
        }

        var title = match.Groups["title"].Value.Trim();
        var first = title.Length == 0 ? match.Groups["kind"].Value : $"{match.Groups["kind"].Value}: {title}";
        return $"{first}\n{text[match.Length..]}";
    }

    [GeneratedRegex(@"^\s*\[!(?<kind>[\w-]+)(\|[^\]]*)?\][+-]?(?<title>[^\v\n]*)[\v\n]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
