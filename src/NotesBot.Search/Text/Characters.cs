using System.Buffers;
using System.Globalization;
using System.Text;

namespace NotesBot.Search.Text;

/// <summary>Which characters make words.</summary>
internal static class Characters
{
    /// <summary>Apostrophes, and the marks that Hebrew writes inside an acronym.</summary>
    private const string Apostrophes = "'\u2019\u02BC\u05F3\u05F4";

    /// <summary>What a fold drops out of a word of plain letters.</summary>
    internal static readonly SearchValues<char> Dropped = SearchValues.Create("'^_{}");

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
            return Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) || Symbols.At(text, at, end) > 0 ? 2 : 0;
        }

        return char.IsLetterOrDigit(c) || IsMark(c) || IsInvisible(c) || c is '\u05F3' or '\u05F4' || Symbols.At(text, at, end) > 0 ? 1 : 0;
    }

    /// <summary>
    /// UTF-16 units of a character that is a word by itself: a picture, or one of a script that puts no spaces between words (Chinese,
    /// Japanese, Thai and its neighbours); 0 for others.
    /// </summary>
    internal static int StandsAlone(string text, int at, int end)
    {
        var c = text[at];
        if (c < '\u0E00')
        {
            return 0;
        }

        return IsUnspaced(text, at, end) ? UnspacedLength(text, at, end) : Symbols.At(text, at, end);
    }

    /// <summary>Whether a character of a script without spaces stands here.</summary>
    internal static bool IsUnspaced(string text, int at, int end)
    {
        var c = text[at];
        return char.IsHighSurrogate(c)
            ? at + 1 < end && char.IsLowSurrogate(text[at + 1]) && char.ConvertToUtf32(c, text[at + 1]) is >= 0x20000 and <= 0x3FFFF
            : c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u3040' and <= '\u30FF'
                or >= '\u3400' and <= '\u9FFF' or >= '\uFF66' and <= '\uFF9F';
    }

    /// <summary>Whether it is a digit that is set high or low: the ² of R², the ₂ of H₂O.</summary>
    internal static bool IsRaisedDigit(char c) => c is '²' or '³' or '¹' or '⁰' or >= '⁴' and <= '⁹' or >= '₀' and <= '₉';

    internal static bool IsApostrophe(char c) => Apostrophes.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether it is a character that nobody sees: a soft hyphen, a joiner.</summary>
    internal static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFE0F' or '\uFEFF';

    /// <summary>A letter of half width and its sound mark are one, as are a letter and one that combines.</summary>
    private static int UnspacedLength(string text, int at, int end)
    {
        var length = char.IsHighSurrogate(text[at]) ? 2 : 1;
        return at + length < end && text[at + length] is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F' ? length + 1 : length;
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
