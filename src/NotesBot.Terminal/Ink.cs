using System.Globalization;
using System.Text;
using NotesBot.Commands;

namespace NotesBot.Terminal;

/// <summary>
/// Text on its way to a terminal: cleaned of everything that a terminal would obey, with signs of our own for bold and dim, which only the
/// last step turns into what the terminal understands.
/// </summary>
internal static class Ink
{
    // From the private use area: cleaning takes these out of what others wrote, so that only ours are left.
    internal const char BoldOn = '\uE000';
    internal const char BoldOff = '\uE001';
    internal const char DimOn = '\uE002';
    internal const char DimOff = '\uE003';

    private const int MaxCombiningMarks = 4;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Whether a character is one of our signs, which take no room.</summary>
    internal static bool IsSign(Rune rune) => rune.Value is >= BoldOn and <= DimOff;

    /// <summary>The text, bold.</summary>
    internal static string Bold(string text) => BoldOn + text + BoldOff;

    /// <summary>The text, dim.</summary>
    internal static string Dim(string text) => DimOn + text + DimOff;

    /// <summary>
    /// The text without control, direction and private characters, and with bold signs around the marks. Line breaks stay.
    /// </summary>
    internal static string Clean(string text, IReadOnlyList<(int Start, int Length)>? marks = null)
    {
        var clean = new StringBuilder(text.Length + 8);
        var combining = 0;
        for (var i = 0; i < text.Length;)
        {
            AppendSigns(clean, marks, i);
            _ = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            combining = Columns.IsCombining(rune) ? combining + 1 : 0;
            i += length;
            if (combining <= MaxCombiningMarks)
            {
                Append(clean, rune);
            }
        }

        AppendSigns(clean, marks, text.Length);
        return clean.ToString();
    }

    /// <summary>How many columns a text takes, its signs not counted.</summary>
    internal static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>How many columns a character takes: 0, 1 or 2.</summary>
    internal static int Width(Rune rune) => IsSign(rune) ? 0 : Columns.Of(rune);

    private static void AppendSigns(StringBuilder clean, IReadOnlyList<(int Start, int Length)>? marks, int position)
    {
        foreach (var mark in marks ?? [])
        {
            if (mark.Start + mark.Length == position)
            {
                clean.Append(BoldOff);
            }
        }

        foreach (var mark in marks ?? [])
        {
            if (mark.Start == position)
            {
                clean.Append(BoldOn);
            }
        }
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control when rune.Value == '\n':
                clean.Append('\n');
                break;
            case UnicodeCategory.Control when rune.Value == '\t':
                clean.Append("    ");
                break;
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                clean.Append('\n');
                break;
            case UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
            case UnicodeCategory.Format when rune.Value != ZeroWidthJoiner:
                break;
            default:
                clean.Append(rune == Rune.ReplacementChar ? "?" : rune.ToString());
                break;
        }
    }
}
