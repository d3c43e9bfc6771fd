namespace NotesBot.Search.Text;

/// <summary>Signs that belong to a word: the plus of <c>C++</c>, the high two of <c>R²</c> and of <c>R^2</c>.</summary>
internal static class Signs
{
    /// <summary>Letters of the longest word that a digit set high or low belongs to when it is written with a sign.</summary>
    private const int MaxBase = 3;

    /// <summary>Length of the signs that a name ends with: <c>C++</c>, <c>C#</c>, <c>A*</c>.</summary>
    internal static int After(string text, int start, int stop, int end)
    {
        if (stop - start > 2 || stop >= end || !char.IsLetter(text[start]))
        {
            return 0;
        }

        var length = text.AsSpan(stop, end - stop) switch
        {
            ['+', '+', ..] => 2,
            ['#', ..] => 1,
            ['*', ..] when stop - start == 1 && text[start] == 'A' => 1,
            _ => 0,
        };
        var after = stop + length;
        return length > 0 && (after >= end || !(char.IsLetterOrDigit(text[after]) || text[after] is '#' or '+' or '*')) ? length : 0;
    }

    /// <summary>Whether a word is named with the dot before it: <c>.NET</c>.</summary>
    internal static bool HasDotBefore(string text, int start, int stop) =>
        start > 0 && text[start - 1] == '.' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]))
        && text.AsSpan(start, stop - start).Equals("net", StringComparison.OrdinalIgnoreCase);

    /// <summary>Length of the digits that are set high or low at a place: <c>²</c>, <c>^2</c>, <c>_{12}</c>; 0 for none.</summary>
    internal static int Raised(string text, int start, int at, int end)
    {
        if (Characters.IsRaisedDigit(text[at]))
        {
            return 1;
        }

        if (text[at] is not ('^' or '_') || at - start > MaxBase || !char.IsLetter(text[at - 1]))
        {
            return 0;
        }

        var first = at + 1 < end && text[at + 1] == '{' ? at + 2 : at + 1;
        var last = first;
        while (last < end && char.IsAsciiDigit(text[last]))
        {
            last++;
        }

        var isClosed = first == at + 1 || (last < end && text[last] == '}');
        return last > first && isClosed ? last - at + (first - at - 1) : 0;
    }

    /// <summary>What a word is raised to, as people say it: "squared" for <c>R²</c>; <see langword="null"/> for anything else.</summary>
    internal static (int Base, string Power)? PowerOf(string text, int start, int stop)
    {
        var sign = text.AsSpan(start, stop - start).IndexOfAny("²³^");
        return sign < 1 ? null : text.AsSpan(start + sign, stop - start - sign) switch
        {
            "²" or "^2" or "^{2}" => (sign, "squared"),
            "³" or "^3" or "^{3}" => (sign, "cubed"),
            _ => null,
        };
    }
}
