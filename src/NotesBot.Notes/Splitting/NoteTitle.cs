using System.Text.RegularExpressions;

namespace NotesBot.Notes.Splitting;

/// <summary>What a note is called.</summary>
internal static partial class NoteTitle
{
    /// <summary>By itself, else by its only heading of the first level, else by its file's name. Never empty.</summary>
    internal static string Of(NoteDocument document)
    {
        if (!string.IsNullOrWhiteSpace(document.Title))
        {
            return document.Title.Trim();
        }

        var headings = document.Blocks.OfType<HeadingNote>().Where(heading => heading.Text.Length > 0).ToList();
        return headings.Count(heading => heading.Level == 1) == 1 && headings[0].Level == 1 ? headings[0].Text : OfPath(document.Path);
    }

    /// <summary>The name of the file, made readable: <c>C1W1_lecture-notes.md</c> is "C1W1 lecture notes".</summary>
    internal static string OfPath(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var readable = Separators().Replace(name, " ").Trim();
        return readable.Length > 0 ? readable : path;
    }

    [GeneratedRegex(@"[_\s]+|(?<=\p{L})-(?=\p{L})")]
    private static partial Regex Separators();
}
