using System.Text.RegularExpressions;

namespace NotesBot.Notes.Splitting;

/// <summary>Cuts a text that no passage can hold.</summary>
internal static partial class LongText
{
    /// <summary>Between sentences, else between words, else anywhere but inside a character.</summary>
    internal static IReadOnlyList<string> Sentences(string text, int max) => Cut(text, max, SentenceEnds(), WordEnds());

    /// <summary>Between blank lines, else between lines, else anywhere.</summary>
    internal static IReadOnlyList<string> Lines(string text, int max) => Cut(text, max, BlankLines(), LineEnds());

    private static List<string> Cut(string text, int max, Regex best, Regex second)
    {
        var pieces = new List<string>();
        var start = 0;
        while (text.Length - start > max)
        {
            var end = start + EndOf(text.AsSpan(start, max), best, second);
            Add(pieces, text[start..end]);
            start = end;
        }

        Add(pieces, text[start..]);
        return pieces;
    }

    private static void Add(List<string> pieces, string piece)
    {
        if (piece.Trim('\n', ' ') is { Length: > 0 })
        {
            pieces.Add(piece.TrimEnd().TrimStart('\n'));
        }
    }

    /// <summary>The best end in the second half of a window, else the last tolerable one.</summary>
    private static int EndOf(ReadOnlySpan<char> window, Regex best, Regex second)
    {
        var end = LastMatch(window, best);
        if (end < window.Length / 2)
        {
            end = Math.Max(end, LastMatch(window, second));
        }

        if (end > 0)
        {
            return end;
        }

        return char.IsHighSurrogate(window[^1]) ? window.Length - 1 : window.Length;
    }

    private static int LastMatch(ReadOnlySpan<char> window, Regex regex)
    {
        var last = 0;
        foreach (var match in regex.EnumerateMatches(window))
        {
            last = match.Index + match.Length;
        }

        return last;
    }

    [GeneratedRegex(@"[.!?:;][)""'”’]?\s+|\n")]
    private static partial Regex SentenceEnds();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WordEnds();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\n")]
    private static partial Regex LineEnds();
}
