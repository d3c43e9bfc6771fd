using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What begins with an angle bracket and is no HTML: components of MDX, Vue and Slidev, and code of Templater.</summary>
internal static partial class Components
{
    /// <summary>What stands at an angle bracket.</summary>
    internal static InlineFinding? Match(string text, int at, int end, Dialect dialect)
    {
        if (dialect.Closes("%>", text, at, end) && Template().Match(text, at, end - at) is { Success: true } template)
        {
            return new InlineFinding(template.Length) { Kind = LeftOutKind.Query };
        }

        var tag = Tag().Match(text, at, end - at);
        var name = tag.Groups["name"].Value;
        return tag.Success && IsComponent(name, tag.Value, dialect) ? new InlineFinding(tag.Length) : null;
    }

    private static bool IsComponent(string name, string tag, Dialect dialect) =>
        (char.IsAsciiLetterUpper(name[0]) && name.Any(char.IsAsciiLetterLower)) || name.Contains('-', StringComparison.Ordinal)
            ? dialect.IsComponent(name)
            : dialect.IsMdx && tag.Contains('{', StringComparison.Ordinal);

    [GeneratedRegex(@"\G<%(?s:.){0,4000}?%>")]
    private static partial Regex Template();

    [GeneratedRegex("""
        \G</?(?<name>[A-Za-z][\w.-]*)(?>\s+([\w:@.#-]+(\s*=\s*("[^"]*"|'[^']*'|\{(?>[^{}]+|\{(?>[^{}]+|\{[^{}]*\})*\})*\}|[^\s"'{}<>=`]+))?|\{\.\.\.[^}]*\}))*\s*/?>
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
