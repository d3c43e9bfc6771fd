using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>The bookmarks of a file: headings that its program knew of.</summary>
internal sealed class PdfOutline
{
    private readonly Dictionary<string, List<(int Page, int Level)>> _entries = new(StringComparer.Ordinal);

    internal PdfOutline(IEnumerable<(string Title, int Level, int Page)> entries)
    {
        foreach (var (title, level, page) in entries)
        {
            var key = Key(title);
            if (key.Length > 1)
            {
                (_entries.TryGetValue(key, out var places) ? places : _entries[key] = []).Add((page, level));
            }
        }
    }

    /// <summary>The level of a heading, from 0; <see langword="null"/> when the bookmarks do not name it on its page.</summary>
    internal int? LevelOf(string text, int page)
    {
        var key = Key(text);
        return _entries.TryGetValue(key, out var places) || _entries.TryGetValue(key.TrimStart("0123456789".ToCharArray()), out places)
            ? places.Where(place => Math.Abs(place.Page - page) <= 1).Select(place => (int?)place.Level).FirstOrDefault()
            : null;
    }

    /// <summary>Letters and digits alone: programs write bookmarks with other spaces and signs.</summary>
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Accents.ComposeAll(PdfCharacters.Clean(text)).Where(char.IsLetterOrDigit))
        {
            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
