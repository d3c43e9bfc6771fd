namespace NotesBot.Search.Text;

/// <summary>Where names of programs have their seams: <c>Example|Gen</c>, <c>ML|Ops</c>, <c>week|1</c>.</summary>
internal static class Identifiers
{
    private const int MaxAcronym = 7;

    /// <summary>The next seam after <paramref name="start"/>, or <paramref name="end"/>.</summary>
    internal static int NextBoundary(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (IsSeam(text, start, at, end))
            {
                return at;
            }
        }

        return end;
    }

    /// <summary>Length of the acronym that these characters are, without a plural s: 3 for <c>LLMs</c>; 0 when they are none.</summary>
    internal static int AcronymLength(string text, int start, int end)
    {
        var length = end - start;
        if (length > 2 && text[end - 1] == 's')
        {
            length--;
        }

        if (length is < 2 or > MaxAcronym || !char.IsAsciiLetterUpper(text[start]))
        {
            return 0;
        }

        return text.AsSpan(start, length).ContainsAnyExcept(Capitals) ? 0 : length;
    }

    private static readonly System.Buffers.SearchValues<char> Capitals =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool IsSeam(string text, int start, int at, int end)
    {
        var (before, here) = (text[at - 1], text[at]);
        if (char.IsUpper(here))
        {
            return char.IsLower(before) || (char.IsUpper(before) && BeginsName(text, at, end));
        }

        // Short names with a number are one word (F1, C1W3); a longer word before a number is a word (week1).
        return (char.IsAsciiDigit(here) || Characters.IsRaisedDigit(here) || here is '^' or '_') && char.IsLetter(before) && at - start >= 3;
    }

    /// <summary>The last capital of a run begins a name (<c>ML|Ops</c>), unless only the s of a plural follows (<c>LLMs</c>).</summary>
    private static bool BeginsName(string text, int at, int end) =>
        at + 1 < end && char.IsLower(text[at + 1]) && !(at + 2 == end && text[at + 1] == 's');
}
