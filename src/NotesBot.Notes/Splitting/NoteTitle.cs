using System.Text.RegularExpressions;

namespace NotesBot.Notes.Splitting;

/// <summary>What a note is called.</summary>
internal static partial class NoteTitle
{
    /// <summary>By itself, else its first heading, else its file's name. Never empty.</summary>
    internal static string Of(NoteDocument document)
    {
        if (!string.IsNullOrWhiteSpace(document.Title))
        {
            return document.Title.Trim();
        }

        var heading = document.Blocks.OfType<HeadingNote>().FirstOrDefault(heading => heading.Text.Length > 0);
        return heading is { Level: <= 2 } ? heading.Text : OfPath(document.Path);
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
