using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace NotesBot.Search.Text;

/// <summary>Which characters make words, and how they are folded.</summary>
internal static class Characters
{
    /// <summary>UTF-16 units of the character of a word that begins here; 0 when none does.</summary>
    internal static int WordCharacterAt(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            return Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
        }

        return char.IsLetterOrDigit(c) || IsMark(c) || IsInvisible(c) ? 1 : 0;
    }

    /// <summary>UTF-16 units of a character that is a word by itself (Chinese, Japanese and Thai write no spaces); 0 for others.</summary>
    internal static int StandsAlone(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            return char.ConvertToUtf32(c, text[at + 1]) is >= 0x20000 and <= 0x3FFFF ? 2 : 0;
        }

        return c is >= '\u0E00' and <= '\u0E7F' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' ? 1 : 0;
    }

    /// <summary>Lower case, without diacritics, combining marks and invisible characters.</summary>
    internal static string Fold(ReadOnlySpan<char> word)
    {
        if (!Ascii.IsValid(word) || word.Contains('\''))
        {
            return FoldSlowly(word);
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return new string(lower);
    }

    private static string FoldSlowly(ReadOnlySpan<char> word)
    {
        var input = new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (!IsLatinMark(c) && !IsDropped(c))
            {
                input[length++] = char.ToLowerInvariant(c);
            }
        }

        var output = new char[length * 4];
        var folded = ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, length);
        return new string(output, 0, folded);
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLatinMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static bool IsDropped(char c) => IsInvisible(c) || c is '\'' or '\u2019' or '\u02BC';

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';
}
