using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Which lines are hidden: a rule a construct. Pure: knows a line, what follows it, and the dialect.</summary>
internal static partial class HiddenLines
{
    private static readonly Rule[] Rules =
        [OfPercents, OfComments, OfTemplate, OfTags, OfDrawer, OfModule, OfComponent, OfSlide, OfProperty, OfOddLine];

    /// <summary>What is hidden from this line on; <see langword="null"/> for nothing.</summary>
    /// <param name="line">The line, without its indent.</param>
    /// <param name="rest">The text behind it.</param>
    /// <param name="dialect">What is known of the text.</param>
    internal static Hidden? Match(string line, Rest rest, Dialect dialect)
    {
        foreach (var rule in Rules)
        {
            if (rule(line, rest, dialect) is { } hidden)
            {
                return hidden;
            }
        }

        return null;
    }

    private delegate Hidden? Rule(string line, Rest rest, Dialect dialect);

    /// <summary>Obsidian's remarks.</summary>
    private static Hidden? OfPercents(string line, Rest rest, Dialect dialect)
    {
        if (!dialect.HidesPercents || !line.StartsWith("%%", StringComparison.Ordinal))
        {
            return line.StartsWith("% ", StringComparison.Ordinal) ? Remark(HiddenEnd.Line) : null;
        }

        var close = line.IndexOf("%%", 2, StringComparison.Ordinal);
        return close >= 0 ? (close + 2 == line.TrimEnd().Length ? Remark(HiddenEnd.Line) : null)
            : rest.Holds("%%") ? Remark(HiddenEnd.Holds, "%%")
            : Remark(HiddenEnd.Blank);
    }

    /// <summary>Comments of MDX, Liquid and Jinja.</summary>
    private static Hidden? OfComments(string line, Rest rest, Dialect dialect)
    {
        var end = line.StartsWith("{/*", StringComparison.Ordinal) ? "*/}"
            : line.StartsWith("{# ", StringComparison.Ordinal) ? "#}"
            : CommentTag().IsMatch(line) ? "comment"
            : null;
        var close = end is null ? -1 : line.IndexOf(end, end == "comment" ? line.IndexOf(end, StringComparison.Ordinal) + 1 : 0, StringComparison.Ordinal);
        return end is null ? null
            : close >= 0 ? (end == "comment" || close + end.Length == line.TrimEnd().Length ? Remark(HiddenEnd.Line) : null)
            : rest.Holds(end) ? Remark(HiddenEnd.Holds, end)
            : Remark(HiddenEnd.Blank);
    }

    /// <summary>Templater's code.</summary>
    private static Hidden? OfTemplate(string line, Rest rest, Dialect dialect)
    {
        if (!line.StartsWith("<%", StringComparison.Ordinal))
        {
            return null;
        }

        var close = line.IndexOf("%>", StringComparison.Ordinal);
        return close >= 0 ? (close + 2 == line.TrimEnd().Length ? Query(HiddenEnd.Line) : null)
            : rest.Holds("%>") ? Query(HiddenEnd.Holds, "%>")
            : null;
    }

    /// <summary>Lines of nothing but tags of Liquid, Hugo or Quarto.</summary>
    private static Hidden? OfTags(string line, Rest rest, Dialect dialect) =>
        line[0] != '{' ? null
        : OnlyTags().IsMatch(line) ? new Hidden(HiddenEnd.Line) { MayHoldTitle = true }
        : OpenTag().IsMatch(line) && rest.Holds("%}") ? new Hidden(HiddenEnd.Holds, "%}") { MayHoldTitle = true }
        : null;

    private static Hidden? OfDrawer(string line, Rest rest, Dialect dialect) =>
        DrawerName().IsMatch(line) && (rest.HoldsBeforeBlank(":END:") || rest.HoldsBeforeBlank(":end:"))
            ? new Hidden(HiddenEnd.Begins, ":END:") : null;

    private static Hidden? OfModule(string line, Rest rest, Dialect dialect)
    {
        if (Import().IsMatch(line))
        {
            return new Hidden(HiddenEnd.Line);
        }

        if (OpenImport().IsMatch(line))
        {
            return rest.HoldsBeforeBlank(" from ") ? new Hidden(HiddenEnd.Holds, " from ") : null;
        }

        return !Export().IsMatch(line) ? null
            : line.Count("{[(".Contains) <= line.Count("}])".Contains) ? new Hidden(HiddenEnd.Line)
            : ClosingSign(rest) is { } sign ? new Hidden(HiddenEnd.Begins, sign)
            : new Hidden(HiddenEnd.Blank);
    }

    private static Hidden? OfComponent(string line, Rest rest, Dialect dialect)
    {
        var name = line[0] == '<' ? TagName().Match(line).Groups["name"].Value : "";
        if (line[0] != '<' || !(IsComponent(name, dialect) || (dialect.IsMdx && line.TrimEnd() is "<>" or "</>")))
        {
            return null;
        }

        return OnlyComponents().IsMatch(line) ? new Hidden(HiddenEnd.Line) { MayHoldTitle = true }
            : !line.Contains('>', StringComparison.Ordinal) ? new Hidden(HiddenEnd.Ends, ">") { MayHoldTitle = true }
            : null;
    }

    /// <summary>Of MDX also what only frames text, since Markdown goes on inside.</summary>
    private static bool IsComponent(string name, Dialect dialect) => name.Length > 0
        && (char.IsAsciiLetterUpper(name[0]) ? name.Any(char.IsAsciiLetterLower) && dialect.IsComponent(name)
            : name.Contains('-', StringComparison.Ordinal) ? dialect.IsComponent(name)
            : dialect.IsMdx && name is "div" or "section" or "span" or "article" or "center" or "figure" or "p" or "details");

    /// <summary>The header of a slide, which is neither a rule nor a heading; and all of the slide where it says that nobody is shown it.</summary>
    private static Hidden? OfSlide(string line, Rest rest, Dialect dialect)
    {
        var header = line.TrimEnd() == "---" ? FirstMatch(SlideHeader(), rest.Span) : [];
        return !SlideKey().IsMatch(header) ? null
            : HiddenSlide().IsMatch(header) ? Remark(HiddenEnd.Slide, "---")
            : new Hidden(HiddenEnd.Begins, "---");
    }

    /// <summary>Properties of Logseq; those of other programs say something and stay.</summary>
    private static Hidden? OfProperty(string line, Rest rest, Dialect dialect) =>
        char.IsAsciiLetter(line[0]) && line.Contains("::", StringComparison.Ordinal) && Property().Match(line) is { Success: true } property
            ? new Hidden(HiddenEnd.Line) { Property = (property.Groups["name"].Value.ToLowerInvariant(), property.Groups["value"].Value.Trim()) }
            : null;

    private static Hidden? OfOddLine(string line, Rest rest, Dialect dialect) =>
        OddLine().IsMatch(line) ? new Hidden(HiddenEnd.Line)
        : Abbreviation().Match(line) is { Success: true } short1
            ? new Hidden(HiddenEnd.Line) { Text = $"{short1.Groups["short"].Value}: {short1.Groups["long"].Value}" }
        : null;

    private static Hidden Remark(HiddenEnd end, string mark = "") => new(end, mark) { Kind = LeftOutKind.HiddenRemark };

    private static Hidden Query(HiddenEnd end, string mark = "") => new(end, mark) { Kind = LeftOutKind.Query };

    /// <summary>The bracket that begins the line where an export ends.</summary>
    private static string? ClosingSign(Rest rest) => rest.Ahead.Next(ClosingLine(), rest.Text, rest.Start) is { } line ? rest.Text[line + 1].ToString() : null;

    private static ReadOnlySpan<char> FirstMatch(Regex rule, ReadOnlySpan<char> text)
    {
        foreach (var match in rule.EnumerateMatches(text))
        {
            return text.Slice(match.Index, match.Length);
        }

        return [];
    }

    [GeneratedRegex(@"^(\{%-?\s*comment\b|\{\{[<%]\s*comment\b)")]
    private static partial Regex CommentTag();

    [GeneratedRegex(@"^(?>\s*(\{%((?!%\}).)*%\}|\{\{((?!\}\}).)*\}\}|\{:[^{}]*\}|\{[#.][\w-][^{}]*\}))+\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyTags();

    [GeneratedRegex(@"^\{%((?!%\}).)*$")]
    private static partial Regex OpenTag();

    [GeneratedRegex(@"^:[A-Z][A-Z_]+:\s*$")]
    private static partial Regex DrawerName();

    [GeneratedRegex(@"^import\s+([\w*{}\s,$]+\s+from\s+)?(""[^""]+""|'[^']+')\s*;?\s*$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^import\s+(\w+\s*,\s*)?\{[^}]*$")]
    private static partial Regex OpenImport();

    [GeneratedRegex(@"^export\s+(const|let|var|default|function|async|class|\*|\{)")]
    private static partial Regex Export();

    [GeneratedRegex(@"\n[}\])]")]
    private static partial Regex ClosingLine();

    [GeneratedRegex(@"^</?(?<name>[A-Za-z][\w.-]*)")]
    private static partial Regex TagName();

    [GeneratedRegex(@"^(?>\s*</?([A-Za-z][\w.-]*(\s(?>""[^""]*""|'[^']*'|\{(?>\{[^{}]*\}|[^{}]+)*\}|[^<>""'{}])*)?)?/?>)+\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyComponents();

    [GeneratedRegex(@"^(\r?\n)?(?>([\w-]+:([ \t].*)?|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*)\r?\n){0,40}?---[ \t]*(\r?\n|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SlideHeader();

    [GeneratedRegex(
        @"^(layout|level|hideInToc|hide|transition|class|src|clicks|background|backgroundSize|image|zoom|theme|routeAlias|disabled|preload|dragPos|mdc|monaco|clicksStart|colorSchema|_class):",
        RegexOptions.Multiline)]
    private static partial Regex SlideKey();

    [GeneratedRegex(@"^(hide|disabled):[ \t]*[""']?(true|yes|on)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenSlide();

    [GeneratedRegex(
        @"^(?<name>id|collapsed|alias|aliases|tags|title|icon|public|template|heading|created-at|updated-at|exclude-from-graph-view|query-[\w-]+|card-[\w-]+|ls-type|hl-[\w-]+|file|file-path|background-color|background-image|logseq\.[\w.-]+|template-including-parent|filters)::(\s(?<value>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex(
        @"^(\([\w:./ -]+\)=|\+\+\+(\s*\{.*\})?|::[\w-]+::|<<<\s\S.*|--8<--.*|\[\[?_?TOC_?\]?\]|#\+\w+(:.*|\s.*)?|(SCHEDULED|DEADLINE):\s*<.*>|\{\.[\w-]+\})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OddLine();

    [GeneratedRegex(@"^\*\[(?<short>[^\]]{1,30})\]:\s+(?<long>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Abbreviation();
}
