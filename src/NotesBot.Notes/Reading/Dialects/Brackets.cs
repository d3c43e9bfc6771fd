using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What begins with a bracket and is no link: citations of Pandoc, spans with attributes, links whose target is a template.</summary>
internal static partial class Brackets
{
    /// <summary>What stands at a bracket.</summary>
    internal static InlineFinding? Match(string text, int at, int end, Dialect dialect)
    {
        if (Citation().Match(text, at, end - at) is { Success: true } citation && (dialect.IsScientific || Key().IsMatch(citation.Value)))
        {
            return new InlineFinding(citation.Length);
        }

        if (TemplateLink().Match(text, at, end - at) is { Success: true } link)
        {
            return new InlineFinding(link.Length, link.Groups["text"].Value) { Target = "#" };
        }

        if (Span().Match(text, at, end - at) is not { Success: true } span)
        {
            return null;
        }

        dialect.Plan(text, span.Groups["close"].Index, span.Groups["close"].Length, "");
        return new InlineFinding(1);
    }

    [GeneratedRegex(@"\G\[(?>([^\[\]@;\n]*\s)?-?@[\w{][^\[\]@;\n]*;?)+\](?![(\[])", RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();

    /// <summary>A key of a bibliography and no person's name: it begins the bracket, or holds a digit or a sign.</summary>
    [GeneratedRegex(@"^\[-?@|@[A-Za-z]\w*[\d:_-]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\G\[(?<text>[^\[\]\n]*)\]\(\s*(\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})[^()\n]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex TemplateLink();

    [GeneratedRegex(@"\G\[(?!\[)[^\[\]\n]*(?>\[[^\[\]\n]*\][^\[\]\n]*)*(?<close>\]\{\s*[.#][A-Za-z][^{}\n]*\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
