using System.Globalization;

namespace NotesBot.Notes.Syllabi;

/// <summary>Numbers as people write them beside "course" and "week": digits, Roman, spelled out.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Words = Table(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"],
        ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
        ["erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte", "elfte", "zwölfte"],
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]);

    /// <summary>The number; <see langword="null"/> when it is none of these.</summary>
    internal static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Words.TryGetValue(text, out number) ? number
        : null;

    private static Dictionary<string, int> Table(params string[][] rows) =>
        rows.SelectMany(row => row.Select((word, index) => (word, index))).ToDictionary(
            entry => entry.word, entry => entry.index + 1, StringComparer.OrdinalIgnoreCase);
}
