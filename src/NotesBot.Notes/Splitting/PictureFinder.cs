using NotesBot.Notes.Folder;

namespace NotesBot.Notes.Splitting;

/// <summary>Finds the file that a picture's target names.</summary>
/// <param name="files">The files of the notes folder.</param>
/// <param name="names">Where files lie by their name: vaults write no more than that.</param>
internal sealed class PictureFinder(INoteFiles files, VaultNames names)
{
    // Only to reckon with: what leads above it leads out of the notes folder.
    private static readonly string Root = Path.GetFullPath("/notes");

    /// <summary>The picture relative to the notes folder; <see langword="null"/> when it is missing, outside, or on the web.</summary>
    /// <param name="path">The note, relative to the notes folder.</param>
    /// <param name="target">As the note writes it: percent-encoded or raw, from the note's folder or, with a slash first, from the root.</param>
    internal string? Find(string path, string target) => Names(path, target).FirstOrDefault(files.Has) ?? names.Find(target, files.Has);

    /// <summary>What it may be called, relative to the notes folder; nothing when it is outside, or on the web.</summary>
    internal static IEnumerable<string> Names(string path, string target)
    {
        var cleaned = target.Split('#', '?')[0].Replace('\\', '/').Trim();
        if (cleaned.Length == 0 || cleaned.Contains(':', StringComparison.Ordinal) || cleaned.Contains('\0', StringComparison.Ordinal))
        {
            return [];
        }

        var folder = cleaned[0] == '/' ? Root : Path.Combine(Root, Path.GetDirectoryName(path) ?? "");
        return new[] { Uri.UnescapeDataString(cleaned), cleaned }
            .Where(name => !name.Contains('\0', StringComparison.Ordinal))
            .Select(name => Path.GetFullPath(Path.Combine(folder, name.TrimStart('/'))))
            .Where(full => full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(full => Path.GetRelativePath(Root, full).Replace('\\', '/'));
    }
}
