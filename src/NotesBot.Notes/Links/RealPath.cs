namespace NotesBot.Notes.Links;

/// <summary>Paths without symbolic links.</summary>
internal static class RealPath
{
    /// <summary>The absolute path with every link on the way followed, without a slash at its end.</summary>
    internal static string Of(string path)
    {
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        foreach (var part in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar,
            StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = Directory.Exists(next) && Directory.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? target.FullName
                : next;
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
