using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>Refuses HTML that is nested deeper than any page a person wrote: its tree would take the stack, or all time there is.</summary>
internal static partial class HtmlDepth
{
    private const int MaxDepth = 400;

    /// <summary>Counts open tags; those that HTML closes by itself do not count.</summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static void Check(string html)
    {
        var depth = 0;
        foreach (var tag in Tags().EnumerateMatches(html))
        {
            depth = html[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > MaxDepth)
            {
                throw new UnreadableNoteException("It is nested too deeply to be read.");
            }
        }
    }

    [GeneratedRegex(
        @"</?(?!(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|path|circle|rect|line)\b)[a-z][^<>]*(?<!/)>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();
}
