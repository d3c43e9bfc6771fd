namespace NotesBot.Discord.Rendering;

/// <summary>
/// Finds what reads best in a code span: formulas, whose underscores and stars are no markup, and addresses, which become no links.
/// </summary>
internal static class CodeLike
{
    private const int MaxFormulaLength = 300;
    private const int MaxSchemeLength = 20;

    /// <summary>Invitations are links even without a scheme.</summary>
    private static readonly string[] Invitations = ["discord.gg/", "discord.com/invite/", "discordapp.com/invite/"];

    /// <summary>The stretches, in order, without overlap. Takes linear time.</summary>
    internal static IReadOnlyList<(int Start, int Length)> Find(string text)
    {
        var found = new List<(int Start, int Length)>();
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (StretchAt(text, i, end) is not { } stretch)
            {
                continue;
            }

            found.Add(stretch);
            end = stretch.Start + stretch.Length;
            i = end - 1;
        }

        return found;
    }

    private static (int Start, int Length)? StretchAt(string text, int index, int from) => text[index] switch
    {
        '$' => Formula(text, index),
        '\\' => BracketFormula(text, index),
        ':' when text.AsSpan(index).StartsWith("://") => Address(text, index, from),
        'd' or 'D' when IsInvitation(text, index) => (index, AddressEnd(text, index) - index),
        _ => null,
    };

    /// <summary><c>$...$</c> or <c>$$...$$</c>, but no prices: spaces inside the dollars or a digit behind them make no formula.</summary>
    private static (int Start, int Length)? Formula(string text, int start)
    {
        var isDisplay = text.AsSpan(start).StartsWith("$$");
        var delimiter = isDisplay ? "$$" : "$";
        var body = start + delimiter.Length;
        var reach = text.AsSpan(body, Math.Min(MaxFormulaLength, text.Length - body));
        var length = reach.IndexOf(delimiter);
        if (length <= 0 || (!isDisplay && !IsInlineFormula(text, body, length)))
        {
            return null;
        }

        return (start, length + 2 * delimiter.Length);
    }

    private static bool IsInlineFormula(string text, int body, int length)
    {
        var behind = body + length + 1;
        return !char.IsWhiteSpace(text[body]) && !char.IsWhiteSpace(text[body + length - 1])
            && !text.AsSpan(body, length).Contains('\n') && (behind >= text.Length || !char.IsAsciiDigit(text[behind]));
    }

    /// <summary><c>\(...\)</c> or <c>\[...\]</c>.</summary>
    private static (int Start, int Length)? BracketFormula(string text, int start)
    {
        var close = (start + 1 < text.Length ? text[start + 1] : ' ') switch { '(' => "\\)", '[' => "\\]", _ => null };
        if (close is null)
        {
            return null;
        }

        var length = text.AsSpan(start, Math.Min(MaxFormulaLength, text.Length - start)).IndexOf(close);
        return length < 0 ? null : (start, length + close.Length);
    }

    private static (int Start, int Length)? Address(string text, int colon, int from)
    {
        var start = colon;
        while (start > Math.Max(from, colon - MaxSchemeLength) && IsSchemeCharacter(text[start - 1]))
        {
            start--;
        }

        return start == colon ? null : (start, AddressEnd(text, colon + 3) - start);
    }

    private static bool IsSchemeCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '.' or '-';

    private static bool IsInvitation(string text, int index) => (index == 0 || !char.IsAsciiLetterOrDigit(text[index - 1]))
        && Array.Exists(Invitations, invitation => text.AsSpan(index).StartsWith(invitation, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where an address ends: at white space or a quote, without the punctuation that closes the sentence.</summary>
    private static int AddressEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '`'))
        {
            end++;
        }

        while (end > from && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'')
        {
            end--;
        }

        return end;
    }
}
