using System.Text;
using Lucene.Net.Analysis.Miscellaneous;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>
/// A word as the index writes it: lower case, without diacritics, combining marks and invisible characters; one letter for those that
/// people write for each other, as each language says; digits of all scripts as 0 to 9.
/// </summary>
internal static class FoldedText
{
    private const char Nothing = '\0';

    /// <summary>The letters that begin with the same byte, for those that have one that is folded; made when first needed.</summary>
    private static readonly Lazy<char[]?[]> Pages = new(MakePages);

    /// <summary>Katakana of half width, from U+FF66 on.</summary>
    private const string Kana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Letters that a sound mark changes to the next one, and the last five of each row to the one after it.</summary>
    private const string Voiced = "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ";

    internal static string Of(ReadOnlySpan<char> word)
    {
        if (!Ascii.IsValid(word) || word.ContainsAny(Characters.Dropped))
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
        for (var at = 0; at < word.Length; at++)
        {
            var c = char.IsHighSurrogate(word[at]) && at + 1 < word.Length ? Mathematical(word[at], word[at + 1]) : Plain(word[at]);
            at += c != word[at] && char.IsHighSurrogate(word[at]) ? 1 : 0;
            if (c == Nothing || (length > 0 && Combined(ref input[length - 1], c)))
            {
                continue;
            }

            input[length++] = c;
        }

        var output = new char[length * 4];
        var folded = ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, length);
        return new string(output, 0, folded);
    }

    /// <summary>One letter for all that are written for it; <see cref="Nothing"/> for what is dropped.</summary>
    private static char Plain(char c)
    {
        if (c is >= '\u0300' and <= '\u036F' || Characters.IsApostrophe(c) || Characters.IsInvisible(c) || c is '^' or '_' or '{' or '}')
        {
            return Nothing;
        }

        if (c is >= '\uFF66' and <= '\uFF9D')
        {
            return Kana[c - '\uFF66'];
        }

        // The invariant culture knows no lower case of the Turkish capital.
        var lower = c == 'İ' ? 'i' : char.ToLowerInvariant(c);
        var page = Pages.Value[lower >> 8];
        var plain = page is null ? lower : page[lower & 0xFF];
        return plain > '\u0660' && char.IsDigit(plain) ? (char)('0' + (int)char.GetNumericValue(plain)) : plain;
    }

    /// <summary>A letter of a formula (𝑅, 𝛾) as a plain one; the first half of all others.</summary>
    private static char Mathematical(char high, char low)
    {
        if (!char.IsLowSurrogate(low))
        {
            return high;
        }

        return char.ConvertToUtf32(high, low) switch
        {
            >= 0x1D400 and < 0x1D6A4 and var code => (char)('a' + ((code - 0x1D400) % 26)),
            >= 0x1D6A8 and < 0x1D7CA and var code => Plain(GreekLetters.InFormula((code - 0x1D6A8) % 58)),
            >= 0x1D7CE and <= 0x1D7FF and var code => (char)('0' + ((code - 0x1D7CE) % 10)),
            _ => high,
        };
    }

    /// <summary>A sound mark changes the letter before it, and letters of Korean are put together to a syllable.</summary>
    private static bool Combined(ref char before, char c)
    {
        var steps = c switch
        {
            '\u3099' or '\uFF9E' => before == 'ウ' ? 'ヴ' - 'ウ' : Voiced.Contains(before, StringComparison.Ordinal) ? 1 : 0,
            '\u309A' or '\uFF9F' => Voiced.IndexOf(before, StringComparison.Ordinal) % 20 >= 15 ? 2 : 0,
            >= '\u1161' and <= '\u1175' when before is >= '\u1100' and <= '\u1112' =>
                0xAC00 + ((((before - 0x1100) * 21) + (c - 0x1161)) * 28) - before,
            >= '\u11A8' and <= '\u11C2' when before is >= '\uAC00' and <= '\uD7A3' && (before - 0xAC00) % 28 == 0 => c - 0x11A7,
            _ => 0,
        };
        before = (char)(before + steps);
        return steps != 0 || c is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F';
    }

    private static char[]?[] MakePages()
    {
        var pages = new char[]?[256];
        foreach (var language in KnownLanguages.All)
        {
            foreach (var letters in KnownLanguages.Split(language.Folds))
            {
                Map(pages, letters.AsSpan(1), letters[0]);
            }

            Map(pages, language.Dropped, Nothing);
        }

        return pages;
    }

    private static void Map(char[]?[] pages, ReadOnlySpan<char> letters, char to)
    {
        foreach (var letter in letters)
        {
            var page = pages[letter >> 8] ??= [.. Enumerable.Range(letter & 0xFF00, 256).Select(code => (char)code)];
            page[letter & 0xFF] = to;
        }
    }
}
