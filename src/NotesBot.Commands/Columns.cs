using System.Globalization;
using System.Text;

namespace NotesBot.Commands;

/// <summary>How many columns a character takes where all letters are equally wide: in a terminal, and in a block of code.</summary>
public static class Columns
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>0 for what stands on the character before it, 2 for a wide one, else 1.</summary>
    public static int Of(Rune rune) => rune.Value < 0x300 ? 1 : TakesNone(rune) ? 0 : IsWide(rune.Value) || IsPictograph(rune.Value) ? 2 : 1;

    /// <summary>Whether a character stands on the one before it: combining marks, and what says how that one looks.</summary>
    public static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool TakesNone(Rune rune) => rune.Value == ZeroWidthJoiner || IsCombining(rune);

    /// <remarks>East Asian wide and full-width characters, by Unicode's EastAsianWidth, in whole blocks.</remarks>
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF)
        or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD);

    /// <remarks>What Unicode's EastAsianWidth calls wide because it is shown as a picture.</remarks>
    private static bool IsPictograph(int value) => value is
        0x231A or 0x231B or 0x2329 or 0x232A or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3 or 0x25FD or 0x25FE or 0x2614 or 0x2615
        or (>= 0x2648 and <= 0x2653) or 0x267F or 0x2693 or 0x26A1 or 0x26AA or 0x26AB or 0x26BD or 0x26BE or 0x26C4 or 0x26C5 or 0x26CE or 0x26D4
        or 0x26EA or 0x26F2 or 0x26F3 or 0x26F5 or 0x26FA or 0x26FD or 0x2705 or 0x270A or 0x270B or 0x2728 or 0x274C or 0x274E
        or (>= 0x2753 and <= 0x2755) or 0x2757 or (>= 0x2795 and <= 0x2797) or 0x27B0 or 0x27BF or 0x2B1B or 0x2B1C or 0x2B50 or 0x2B55
        or 0x1F004 or 0x1F0CF or 0x1F18E or (>= 0x1F191 and <= 0x1F19A) or (>= 0x1F200 and <= 0x1F265) or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F7E0 and <= 0x1F7F0) or (>= 0x1F900 and <= 0x1FAFF);
}
