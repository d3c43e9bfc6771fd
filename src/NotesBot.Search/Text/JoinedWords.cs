namespace NotesBot.Search.Text;

/// <summary>Short words that a sign joins and that others write as one: <c>k-NN</c>, <c>A/B</c>, <c>Q&amp;A</c>, <c>H.264</c>, <c>U.S.</c>, <c>10,000</c>.</summary>
internal static class JoinedWords
{
    private const int MaxWords = 4;

    /// <summary>Longest word that a hyphen or a dot joins to another: a longer one is found by its own letters.</summary>
    private const int MaxShort = 2;

    /// <summary>Longest word that a stroke joins.</summary>
    private const int MaxStroked = 4;

    /// <summary>Digits of a group in a long number.</summary>
    private const int Group = 3;

    /// <summary>Where what begins with a word ends, the words behind it included; 0 when it stands alone or goes on another.</summary>
    internal static int EndOf(string text, int start, int stop, int end)
    {
        if (stop + 1 >= end || !Joins(text, stop) || (start > 1 && Joins(text, start - 1) && char.IsLetterOrDigit(text[start - 2])))
        {
            return 0;
        }

        Span<int> lengths = stackalloc int[MaxWords];
        lengths[0] = stop - start;
        var (sign, last, words) = (text[stop], stop, 1);
        while (last + 1 < end && Same(text[last], sign) && WordLength(text, last + 1, end) is > 0 and var length)
        {
            if (words == MaxWords)
            {
                return 0;
            }

            lengths[words++] = length;
            last += 1 + length;
        }

        return words > 1 && AreOne(text, start, sign, lengths[..words]) && !GoesOn(text, last, end) ? last : 0;
    }

    /// <summary>Where a number ends that begins with a group of digits and goes on in groups of three; 0 when it does not.</summary>
    internal static int EndOfNumber(string text, int start, int stop, int end)
    {
        if (stop - start > Group || stop >= end || text.AsSpan(start, stop - start).ContainsAnyExceptInRange('0', '9') || BeginsInside(text, start))
        {
            return 0;
        }

        var (sign, last) = (text[stop], stop);
        while (IsGroup(text, last, end, sign))
        {
            last += 1 + Group;
        }

        return last > stop ? last : 0;
    }

    private static bool IsGroup(string text, int at, int end, char sign) =>
        at + Group < end && text[at] == sign && sign is ',' or '.' or '\'' or '\u2019' or ' ' or '\u00A0' or '\u2009' or '\u202F'
        && at + Group < end && !text.AsSpan(at + 1, Group).ContainsAnyExceptInRange('0', '9')
        && (at + 1 + Group >= end || !char.IsLetterOrDigit(text[at + 1 + Group]));

    private static bool BeginsInside(string text, int start) =>
        start > 1 && text[start - 1] is ',' or '.' or ' ' && char.IsAsciiDigit(text[start - 2]);

    private static bool AreOne(string text, int start, char sign, ReadOnlySpan<int> lengths) => sign switch
    {
        '/' or '&' => Longest(lengths) <= MaxStroked,
        '.' => Longest(lengths) == 1 || (lengths.Length == 2 && Shortest(lengths) <= MaxShort && char.IsLetter(text[start + lengths[0] - 1])),
        _ => lengths.Length == 2 && Shortest(lengths) <= MaxShort && char.IsLetter(text[start]),
    };

    private static int Longest(ReadOnlySpan<int> lengths)
    {
        var longest = 0;
        foreach (var length in lengths)
        {
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static int Shortest(ReadOnlySpan<int> lengths)
    {
        var shortest = int.MaxValue;
        foreach (var length in lengths)
        {
            shortest = Math.Min(shortest, length);
        }

        return shortest;
    }

    private static bool Joins(string text, int at) => text[at] is '-' or '/' or '&' or '.' or '\u2010' or '\u2011';

    private static bool Same(char one, char other) => one == other || (one is '-' or '\u2010' or '\u2011' && other is '-' or '\u2010' or '\u2011');

    private static bool GoesOn(string text, int at, int end) => at + 1 < end && Joins(text, at) && char.IsLetterOrDigit(text[at + 1]);

    private static int WordLength(string text, int at, int end)
    {
        var last = at;
        while (last < end && char.IsLetterOrDigit(text[last]))
        {
            last++;
        }

        return last - at;
    }
}
