using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>A tag in the middle of Markdown. <c>a &lt;b and c&gt; d</c> and <c>&lt;your-name&gt;</c> look like tags and are text.</summary>
internal static partial class HtmlTag
{
    private static readonly FrozenSet<string> Elements = (
        "a abbr address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data dd del " +
        "details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hr " +
        "html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p " +
        "param path picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg " +
        "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the element in lower case; <see langword="null"/> when the text is no tag of HTML.</summary>
    internal static string? NameOf(string text)
    {
        var match = Tag().Match(text);
        return match.Success && Elements.Contains(match.Groups["name"].Value) ? match.Groups["name"].Value.ToLowerInvariant() : null;
    }

    /// <summary>Whether the text is a comment, a processing instruction or a declaration: nothing that is seen.</summary>
    internal static bool IsInvisible(string text) => text.StartsWith("<!", StringComparison.Ordinal) || text.StartsWith("<?", StringComparison.Ordinal);

    /// <summary>The value of an attribute, decoded; <see langword="null"/> without it.</summary>
    internal static string? Attribute(string tag, string name)
    {
        var attribute = Attributes().Matches(tag).FirstOrDefault(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return attribute is null ? null : WebUtility.HtmlDecode(attribute.Groups["value"].Value);
    }

    [GeneratedRegex("""
        ^</?(?<name>[A-Za-z][A-Za-z0-9-]*)
        (?>\s+([\w:.-]+\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)|open|checked|disabled|hidden|controls|autoplay|loop|muted|allowfullscreen|reversed))*
        \s*/?>
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("""
        \s(?<name>[\w:.-]+)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();
}
