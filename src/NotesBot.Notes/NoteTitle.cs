using System.Text.RegularExpressions;

namespace NotesBot.Notes;

/// <summary>What a note is called.</summary>
internal static partial class NoteTitle
{
    /// <summary>By itself, else by the heading of the first level that it begins with, else by its file's name. Never empty.</summary>
    internal static string Of(NoteDocument document)
    {
        if (!string.IsNullOrWhiteSpace(document.Title))
        {
            return document.Title.Trim();
        }

        return OpeningOf(document) is { } opening && (IsFront(document.Path) || IsOnly(document)) ? opening : OfPath(document.Path);
    }

    /// <summary>The heading of the first level that a note begins with; <see langword="null"/> when it begins with something else.</summary>
    internal static string? OpeningOf(NoteDocument document) =>
        document.Blocks.FirstOrDefault(block => block is not PictureNote) is HeadingNote { Level: 1, Text: { Length: > 0 } text } ? text : null;

    private static bool IsOnly(NoteDocument document) =>
        document.Blocks.OfType<HeadingNote>().Count(heading => heading is { Level: 1, Text.Length: > 0 }) == 1;

    /// <summary>Whether the file stands for its folder, so that its own name says nothing.</summary>
    private static bool IsFront(string path) => Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "readme" or "index";

    /// <summary>The name of the file, made readable: <c>C1W1_lecture-notes.md</c> is "C1W1 lecture notes".</summary>
    internal static string OfPath(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(path));
        var name = IsFront(path) && !string.IsNullOrEmpty(folder) ? folder : Path.GetFileNameWithoutExtension(path);
        var readable = Separators().Replace(name, " ").Trim();
        return readable.Length > 0 ? readable : path;
    }

    [GeneratedRegex(@"[_\s]+|(?<=\p{L})-(?=\p{L})")]
    private static partial Regex Separators();
}
