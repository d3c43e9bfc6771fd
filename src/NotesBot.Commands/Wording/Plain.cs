using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Commands.Wording;

/// <summary>Plain text made to fit: on one line, and never cut inside what a reader takes for one character.</summary>
internal static partial class Plain
{
    /// <summary>How much of a text's room the mark may take that says that it goes on, in UTF-16 units.</summary>
    internal const int MaxEnding = 2;

    private const string Ellipsis = "…";

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    /// <summary>The text on one line.</summary>
    internal static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>
    /// The text within <paramref name="maxLength"/> UTF-16 units: cut between words where there is one near, with an ellipsis.
    /// </summary>
    internal static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var cut = text[..CutPoint(text, maxLength - Ellipsis.Length - 1)].TrimEnd();
        return cut is [.., '.' or '!' or '?'] ? $"{cut} {Ellipsis}" : cut + Ellipsis;
    }

    /// <summary>The longest prefix within <paramref name="maxLength"/> that ends between graphemes.</summary>
    internal static string CutHard(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..GraphemeBorder(text, maxLength)];

    /// <summary>
    /// Where to cut a text: at most <paramref name="maxLength"/>, at the end of a word where one is near, else of a grapheme.
    /// </summary>
    internal static int CutPoint(string text, int maxLength)
    {
        var border = GraphemeBorder(text, maxLength);
        var space = text.AsSpan(0, border).LastIndexOfAny(" \n\t");
        return space > border * 2 / 3 ? space : border;
    }

    private static int GraphemeBorder(string text, int maxLength)
    {
        var border = 0;
        while (border < text.Length)
        {
            var next = border + StringInfo.GetNextTextElementLength(text, border);
            if (next > maxLength)
            {
                break;
            }

            border = next;
        }

        return border;
    }
}
