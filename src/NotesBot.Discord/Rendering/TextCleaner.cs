using System.Buffers;
using System.Globalization;
using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>Removes from text of others what no reader sees or what turns the text around.</summary>
public static class TextCleaner
{
    /// <summary>Most combining marks on one letter: real writing needs four, what has hundreds wants to cover its neighbours.</summary>
    private const int MaxCombiningMarks = 4;

    /// <summary>Longest grapheme in UTF-16 units: a family of four with skin tones has 19.</summary>
    private const int MaxGraphemeLength = 32;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    /// <summary>
    /// The text with line ends as <c>\n</c> and without control characters (but tab), bidirectional controls, invisible format characters,
    /// noncharacters, lone surrogates, and more than a few combining marks on a letter.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Graphemes.ArePlain(text) ? text : CleanWithOrigins(text).Text;
    }

    /// <summary>The clean text in one line: runs of white space are one space, none at the ends.</summary>
    public static string CleanLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether nothing of the text is visible: white space, zero width characters and blank letters only.</summary>
    public static bool IsBlank(string text) =>
        Clean(text).EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || IsBlankLetter(rune.Value) || IsInvisible(rune));

    /// <summary>The clean text, and for each of its UTF-16 units where it stood in the text as it was.</summary>
    internal static (string Text, IReadOnlyList<int> Origins) CleanWithOrigins(string raw)
    {
        var filtered = new Copy(raw.Length);
        Filter(raw, filtered);
        var capped = new Copy(filtered.Length);
        var origins = filtered.Origins;
        var text = filtered.ToString();
        foreach (var (start, length) in Graphemes.Of(text))
        {
            Cap(text.AsSpan(start, length), new ArraySegment<int>(origins, start, length), capped);
        }

        return (capped.ToString(), capped.Origins);
    }

    /// <summary>Copies what may stay at all. This goes first: what it removes may have kept a letter from its marks.</summary>
    private static void Filter(string raw, Copy copy)
    {
        var isFlag = false;
        for (var index = 0; index < raw.Length;)
        {
            var status = Rune.DecodeFromUtf16(raw.AsSpan(index), out var rune, out var consumed);
            isFlag = rune.Value == BlackFlag || (isFlag && IsTag(rune.Value));
            if (IsLineEnd(raw, index))
            {
                copy.Append(new Rune('\n'), index);
            }
            else if (status == OperationStatus.Done && (IsKept(rune) || isFlag))
            {
                copy.Append(rune, index);
            }

            index += consumed;
        }
    }

    /// <summary>Copies of a grapheme as much as is bearable.</summary>
    private static void Cap(ReadOnlySpan<char> grapheme, ArraySegment<int> origins, Copy copy)
    {
        var (combining, index, begin) = (0, 0, copy.Length);
        foreach (var rune in grapheme.EnumerateRunes())
        {
            if (copy.Length - begin + rune.Utf16SequenceLength > MaxGraphemeLength)
            {
                copy.DropTrailing((char)ZeroWidthJoiner);
                return;
            }

            if (!IsCombining(rune) || ++combining <= MaxCombiningMarks)
            {
                copy.Append(rune, origins[index]);
            }

            index += rune.Utf16SequenceLength;
        }
    }

    /// <summary>Whether a line ends here; of <c>\r\n</c> only the second character counts.</summary>
    private static bool IsLineEnd(string text, int index) => text[index] switch
    {
        '\r' => index + 1 == text.Length || text[index + 1] != '\n',
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        _ => false,
    };

    private static bool IsKept(Rune rune) =>
        (!Rune.IsControl(rune) || rune.Value == '\t') && !IsNoncharacter(rune.Value)
        && (!IsInvisible(rune) || rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner);

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Bidirectional controls, zero width characters and the like.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        ? !IsVisibleFormat(rune.Value)
        : rune.Value is 0x034F or 0x180B or 0x180C or 0x180D;

    /// <summary>Number and verse signs of Arabic, Syriac and Kaithi, which have a shape.</summary>
    private static bool IsVisibleFormat(int value) =>
        value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    /// <summary>What spells the region after a black flag.</summary>
    private static bool IsTag(int value) => value is >= 0xE0020 and <= 0xE007F;

    /// <summary>Letters that are blank: Hangul fillers and the empty Braille pattern.</summary>
    private static bool IsBlankLetter(int value) => value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;

    private static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    /// <summary>A text that is being made, with the origin of each unit.</summary>
    private sealed class Copy(int capacity)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _origins = new(capacity);

        internal int Length => _text.Length;

        internal int[] Origins => [.. _origins];

        internal void Append(Rune rune, int origin)
        {
            _text.Append(rune);
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
            {
                _origins.Add(origin);
            }
        }

        internal void DropTrailing(char unit)
        {
            while (_text.Length > 0 && _text[^1] == unit)
            {
                _text.Length--;
                _origins.RemoveAt(_origins.Count - 1);
            }
        }

        public override string ToString() => _text.ToString();
    }
}
