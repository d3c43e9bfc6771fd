using System.Net;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Tests.Splitting;

/// <summary>The words that a person sees in rendered Markdown, found without the reader: by taking away what is no text.</summary>
internal static partial class Words
{
    /// <summary>Words of letters and digits, lower case.</summary>
    internal static IReadOnlySet<string> Of(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of all passages of a file: what stands in them and in the headings above them.</summary>
    internal static IReadOnlySet<string> Of(IEnumerable<Passage> passages) =>
        Of(string.Join('\n', passages.SelectMany(passage => passage.Trail.Append(passage.Text))));

    /// <summary>The words of a Markdown file that are seen.</summary>
    internal static IReadOnlySet<string> Seen(string markdown)
    {
        var seen = FrontMatter().Replace(markdown.TrimStart('\uFEFF').ReplaceLineEndings("\n"), "");
        seen = Comment().Replace(seen, " ");
        seen = Picture().Replace(seen, " ");
        seen = Target().Replace(seen, "]");
        seen = Fence().Replace(seen, "");
        seen = Tag().Replace(seen, " ");
        seen = Invisible().Replace(Emphasis().Replace(seen, ""), "");
        return Of(WebUtility.HtmlDecode(seen));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A---\n.*?\n---(\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\[[^\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)|<img[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\]\((?:[^()\n]|\([^()\n]*\))*\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<=^[ \t>]*)(```|~~~).*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"</?(?:a|b|i|u|p|br|div|span|sub|sup|details|summary|center|font|h[1-6]|table|tr|td|th|ul|ol|li|code|pre|kbd|em|strong)(?:\s[^<>\n]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*+|==|~~")]
    private static partial Regex Emphasis();

    [GeneratedRegex("[\u200B\u00AD\u2060\uFEFF]")]
    private static partial Regex Invisible();
}
