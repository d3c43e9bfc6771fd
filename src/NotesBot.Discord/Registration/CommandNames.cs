using System.Globalization;
using System.Text;

namespace NotesBot.Discord.Registration;

/// <summary>Which names Discord takes. Source: Discord's page "Application Commands", section "Application Command Naming".</summary>
internal static class CommandNames
{
    private const int Longest = 32;

    /// <summary>Devanagari and Thai beyond what are letters and digits, inclusive.</summary>
    private static readonly (int First, int Last)[] Scripts =
    [
        (0x0900, 0x0950), (0x0955, 0x0963), (0x0966, 0x097F), (0xA8E0, 0xA8FF), (0x11B00, 0x11B09), (0x0E01, 0x0E3A), (0x0E40, 0x0E5B),
    ];

    /// <summary>Whether a slash command or an option may be called so.</summary>
    public static bool IsSlashName(string? name)
    {
        var length = 0;
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            length++;
            if (!IsAllowed(rune) || Rune.ToLowerInvariant(rune) != rune)
            {
                return false;
            }
        }

        return length is >= 1 and <= Longest;
    }

    /// <summary>Whether an entry of a menu may be called so.</summary>
    public static bool IsMenuName(string? name) => !string.IsNullOrWhiteSpace(name) && name.EnumerateRunes().Count() <= Longest;

    private static bool IsAllowed(Rune rune)
    {
        var isWord = Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
        return isWord || rune.Value is '-' or '_' or '\'' || Array.Exists(Scripts, s => s.First <= rune.Value && rune.Value <= s.Last);
    }
}
