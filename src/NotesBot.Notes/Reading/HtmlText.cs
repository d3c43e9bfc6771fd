using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace NotesBot.Notes.Reading;

/// <summary>The words of one element, for headings, cells and items.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = (
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr html " +
        "legend li main p section summary tr option").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an element begins and ends a line.</summary>
    internal static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>The words, not cleaned; nested lists are left out when <paramref name="withLists"/> is false.</summary>
    internal static string Of(INode node, bool withLists = true)
    {
        var text = new StringBuilder();
        Append(node, text, withLists);
        return text.ToString();
    }

    /// <summary>Targets of the links below a node.</summary>
    internal static IReadOnlyList<string> LinksIn(IParentNode node) =>
        [.. node.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href") ?? "").Where(target => target.Length > 0)];

    /// <summary>The language that a code block's class names; <see langword="null"/> without one.</summary>
    internal static string? LanguageOf(IElement code)
    {
        var classes = code.QuerySelectorAll("code").Prepend(code).SelectMany(element => element.ClassList);
        var language = classes.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal) || name.StartsWith("lang-", StringComparison.Ordinal));
        return CodeLanguage.Of(language?[(language.IndexOf('-', StringComparison.Ordinal) + 1)..]);
    }

    private static void Append(INode node, StringBuilder text, bool withLists)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && !(element.LocalName is "script" or "style" or "template" or "annotation"))
            {
                AppendElement(element, text, withLists);
            }
        }
    }

    private static void AppendElement(IElement element, StringBuilder text, bool withLists)
    {
        var isLine = element.LocalName is "br" or "pre" or "table" || IsBlock(element.LocalName);
        text.Append(isLine ? "\n" : element.LocalName is "td" or "th" ? " " : "");
        if (withLists || element.LocalName is not ("ul" or "ol"))
        {
            Append(element, text, withLists);
        }

        text.Append(isLine ? "\n" : "");
    }
}
