using System.Buffers;
using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What fonts of PDFs call a letter, as a person would type it.</summary>
internal static class PdfCharacters
{
    /// <summary>Signs that begin an item of a list.</summary>
    internal const string Bullets = "•◦▪▫■□●○‣⁃∙·❑❒❏➢➤➔►▶▸✓✔✗★◆◇♦";

    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327\u0304\u0306\u0307\u030b";
    private const string SpacingMarks = "`\u00b4\u02c6\u02dc\u00a8\u02da\u02c7\u00b8\u00af\u02d8\u02d9\u02dd";

    private static readonly SearchValues<char> AnyMark = SearchValues.Create(Marks);

    /// <summary>For each mark of <see cref="Marks"/> in the same order: base letters and what they become.</summary>
    private static readonly (string Base, string Composed)[] Compositions =
    [
        ("aeiouAEIOUnN", "àèìòùÀÈÌÒÙǹǸ"),
        ("aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝćńśźĆŃŚŹ"),
        ("aeiouAEIOUcghsCGHS", "âêîôûÂÊÎÔÛĉĝĥŝĈĜĤŜ"),
        ("anoANOiuIU", "ãñõÃÑÕĩũĨŨ"),
        ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        ("auAU", "åůÅŮ"),
        ("cszrenCSZRENdtDT", "čšžřěňČŠŽŘĚŇďťĎŤ"),
        ("csCSt", "çşÇŞţ"),
        ("aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
        ("agueAGUE", "ăğŭĕĂĞŬĔ"),
        ("zcegZCEGI", "żċėġŻĊĖĠİ"),
        ("ouOU", "őűŐŰ"),
    ];

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

    /// <summary>The accent that a sign is, as a combining character; <see langword="null"/> when it is none.</summary>
    internal static char? MarkOf(string text)
    {
        if (text.Length != 1)
        {
            return null;
        }

        var spacing = SpacingMarks.IndexOf(text[0], StringComparison.Ordinal);
        return spacing >= 0 ? Marks[spacing] : Marks.Contains(text[0], StringComparison.Ordinal) ? text[0] : null;
    }

    /// <summary>Base letter and accent as one letter; <see langword="null"/> when there is none for them.</summary>
    internal static char? Compose(char letter, char mark)
    {
        var at = Marks.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var plain = letter switch { 'ı' => 'i', 'ȷ' => 'j', _ => letter };
        var (bases, composed) = Compositions[at];
        var index = bases.IndexOf(plain, StringComparison.Ordinal);
        return index < 0 ? null : composed[index];
    }

    /// <summary>Composes accents that follow their letter inside a text.</summary>
    internal static string ComposeAll(string text)
    {
        if (!text.AsSpan().ContainsAny(AnyMark))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && Compose(composed[^1], letter) is { } one)
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
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
