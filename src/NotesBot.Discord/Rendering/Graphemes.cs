using System.Buffers;
using System.Globalization;
using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>Text by what people see as one character.</summary>
internal static class Graphemes
{
    /// <summary>What a cut text ends in.</summary>
    internal const string Ellipsis = "…";

    /// <summary>
    /// Most of what is written in European languages: characters that are visible and, next to one another, one grapheme each. To look at
    /// nothing but these takes a hundredth of the time that Unicode's rules take.
    /// </summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        '\t', '\n', .. Between(' ', '~'), .. Between('\u00A1', '\u00AC'), .. Between('\u00AE', '\u02FF'), .. Between('\u2010', '\u2027'),
    ]);

    /// <summary>Each grapheme's place and length in UTF-16 units.</summary>
    internal static IEnumerable<(int Start, int Length)> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = LengthAt(text, start, text.Length - start);
            yield return (start, length);
            start += length;
        }
    }

    /// <summary>The length in UTF-16 units of the grapheme that begins here and ends within so many units.</summary>
    internal static int LengthAt(string text, int start, int room) =>
        IsAlone(text, start) ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(start, room));

    /// <summary>Whether each character of a text is visible and a grapheme by itself, so that there is nothing to clean.</summary>
    internal static bool ArePlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>
    /// The clean text in one line, at most this many UTF-16 units, with an ellipsis where it was cut; whole words where that costs
    /// little.
    /// </summary>
    internal static string CutLine(string text, int maxLength, string ellipsis = Ellipsis)
    {
        var line = TextCleaner.CleanLine(text);
        if (line.Length <= maxLength)
        {
            return line;
        }

        var end = EndWithin(line, TextBudget.Unlimited with { Chars = maxLength - ellipsis.Length });
        var space = line.LastIndexOf(' ', Math.Max(0, end - 1));
        return line[..(space > end * 3 / 4 ? space : end)].TrimEnd() + ellipsis;
    }

    /// <summary>Where the last grapheme ends that lies whole within a budget.</summary>
    internal static int EndWithin(string text, TextBudget budget)
    {
        var (end, bytes) = (0, 0);
        foreach (var (start, length) in Of(text))
        {
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(start, length));
            if (!budget.Holds(new TextBudget(start + length, bytes)))
            {
                break;
            }

            end = start + length;
        }

        return end;
    }

    /// <summary>Columns that a text takes in a code block: wide characters take two, combining ones none.</summary>
    internal static int Columns(string text) => Of(text).Sum(grapheme => ColumnsOf(text, grapheme.Start));

    /// <summary>Columns of the grapheme that begins here.</summary>
    internal static int ColumnsOf(string text, int start) => Rune.TryGetRuneAt(text, start, out var rune) ? Math.Max(1, Commands.Columns.Of(rune)) : 1;

    private static bool IsAlone(string text, int index) =>
        Plain.Contains(text[index]) && (index + 1 == text.Length || Plain.Contains(text[index + 1]));

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(value => (char)value);
}
