using System.Text;

namespace NotesBot.Search.Text;

/// <summary>Pictures (emoji) that people write as words: each is one.</summary>
internal static class Symbols
{
    /// <summary>UTF-16 units of the picture that stands here; 0 for none.</summary>
    internal static int At(string text, int at, int end)
    {
        var c = text[at];
        if (c is >= '\u2600' and <= '\u27BF' or '\u2B50' or '\u2B55' or >= '\u231A' and <= '\u23FF')
        {
            return 1;
        }

        return char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]) && IsPicture(new Rune(c, text[at + 1])) ? 2 : 0;
    }

    /// <summary>Whether a term is a picture.</summary>
    internal static bool IsOne(string term) => term.Length > 0 && At(term, 0, term.Length) == term.Length;

    /// <summary>Those that colour a skin only change the one before them.</summary>
    private static bool IsPicture(Rune rune) => rune.Value is >= 0x1F000 and <= 0x1FAFF and not (>= 0x1F3FB and <= 0x1F3FF);
}
