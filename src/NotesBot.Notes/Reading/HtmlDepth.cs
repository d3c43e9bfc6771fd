using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NotesBot.Notes.Reading;

/// <summary>Refuses HTML that is nested deeper than any page a person wrote: its tree would take the stack, or all time there is.</summary>
internal static partial class HtmlDepth
{
    private const int MaxDepth = 400;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>
    /// Counts open tags, roughly: those that HTML closes by itself do not count, and those that close what is not open close nothing.
    /// </summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static void Check(string html)
    {
        var depth = 0;
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var tag in Tags().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            var name = NameIn(html.AsSpan(tag.Index + (isEnd ? 2 : 1)));
            var count = open.TryGetValue(name, out var before) ? before : 0;
            var change = !isEnd ? 1 : count > 0 ? -1 : 0;
            open[name] = count + change;
            depth += change;
            if (depth > MaxDepth)
            {
                throw TooDeep();
            }
        }
    }

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> tag) => tag[..tag.IndexOfAny(NameEnds)];

    /// <summary>Measures the tree, which the parser may have made deeper than the text looked.</summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static void Check(IDocument html)
    {
        var depth = 0;
        for (INode? node = html; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                node = ++depth <= MaxDepth ? child : throw TooDeep();
                continue;
            }

            while (node is { NextSibling: null })
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }
    }

    private static UnreadableNoteException TooDeep() => new("It is nested too deeply to be read.");

    [GeneratedRegex(
        @"</?(?!(a|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|path|circle|rect|line|h[1-6])\b)[a-z][^<>]*(?<!/)>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();
}
