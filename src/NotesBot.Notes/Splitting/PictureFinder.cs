namespace NotesBot.Notes.Splitting;

/// <summary>Finds the file that a picture's target names.</summary>
/// <param name="root">The notes folder, absolute.</param>
internal sealed class PictureFinder(string root)
{
    /// <summary>The picture relative to the notes folder; <see langword="null"/> when it is missing, outside, or on the web.</summary>
    /// <param name="path">The note, relative to the notes folder.</param>
    /// <param name="target">As the note writes it: percent-encoded or raw, from the note's folder or, with a slash first, from the root.</param>
    internal string? Find(string path, string target)
    {
        var cleaned = target.Split('#', '?')[0].Replace('\\', '/').Trim();
        if (cleaned.Length == 0 || cleaned.Contains(':', StringComparison.Ordinal) || cleaned.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var folder = cleaned[0] == '/' ? root : Path.Combine(root, Path.GetDirectoryName(path) ?? "");
        return new[] { Uri.UnescapeDataString(cleaned), cleaned }
            .Select(name => Path.GetFullPath(Path.Combine(folder, name.TrimStart('/'))))
            .Where(full => full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full))
            .Select(full => Path.GetRelativePath(root, full).Replace('\\', '/'))
            .FirstOrDefault();
    }
}
