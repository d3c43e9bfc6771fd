using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What fonts of PDFs call a letter, as a person would type it.</summary>
internal static class PdfCharacters
{
    /// <summary>Signs that begin an item of a list.</summary>
    internal const string Bullets = "•◦▪▫■□●○‣⁃∙·❑❒❏➢➤➔►▶▸✓✔✗★◆◇♦";

    private static readonly Dictionary<char, string> Replacements = new()
    {
        ['ﬀ'] = "ff",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['ﬃ'] = "ffi",
        ['ﬄ'] = "ffl",
        ['ﬅ'] = "st",
        ['ﬆ'] = "st",
        ['\u00a0'] = " ",
        ['\u2000'] = " ",
        ['\u2001'] = " ",
        ['\u2002'] = " ",
        ['\u2003'] = " ",
        ['\u2005'] = " ",
        ['\u2009'] = " ",
        ['\u200a'] = " ",
        ['\u202f'] = " ",
        ['\u3000'] = " ",
        ['\t'] = " ",
        ['\n'] = " ",
        ['\r'] = " ",
        ['\uf0b7'] = "•",
        ['\uf0a7'] = "▪",
        ['\uf0d8'] = "➢",
        ['\uf0fc'] = "✓",
        ['\uf0a8'] = "▪",
        ['\uf06e'] = "■",
        ['\uf076'] = "❖",
    };

    /// <summary>The text without ligatures, odd spaces and what cannot be read; empty when nothing is left.</summary>
    internal static string Clean(string text)
    {
        if (text.Length == 1 && text[0] is > ' ' and < '\u007f')
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(clean, rune);
        }

        return clean.ToString();
    }

    /// <summary>What fonts of ornaments and signs draw where others have a letter; <see langword="null"/> where the letter is meant.</summary>
    internal static string? Ornament(string fontName, string text)
    {
        if (fontName.Contains("dings", StringComparison.OrdinalIgnoreCase) || fontName.Contains("dingbats", StringComparison.OrdinalIgnoreCase))
        {
            return text is [< '\u0180'] ? text[0] switch { 'l' => "●", 'n' => "■", 'q' => "❑", 'r' => "❒", 'u' => "◆", '4' or 'ü' => "✓", _ => "•" } : null;
        }

        return fontName.Contains("MSAM", StringComparison.Ordinal) ? text switch { "6" => "≤", ">" => "≥", _ => null } : null;
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (rune.IsBmp && Replacements.TryGetValue((char)rune.Value, out var replacement))
        {
            clean.Append(replacement);
        }
        else if (IsReadable(rune))
        {
            clean.Append(rune);
        }
    }

    private static bool IsReadable(Rune rune) => rune.Value switch
    {
        0xfffd or 0xfeff or 0x200b or 0x200c or 0x2060 => false,
        >= 0xe000 and <= 0xf8ff => false,
        _ => !Rune.IsControl(rune),
    };
}
