namespace NotesBot.Notes.Folder;

/// <summary>The ignore rules that hold in a folder: its own and, weaker, those of the folders above.</summary>
/// <param name="folder">Relative to the notes folder, with <c>/</c> at its end; empty for the notes folder.</param>
/// <param name="rules">In order; the last one that matches decides.</param>
/// <param name="outer">Those above; <see langword="null"/> for none.</param>
internal sealed class IgnoreScope(string folder, IReadOnlyList<IgnoreRule> rules, IgnoreScope? outer)
{
    /// <summary>Names of the files that hold rules, the weaker first.</summary>
    internal static readonly string[] FileNames = [".gitignore", ".notesignore"];

    /// <summary>Whether a file or folder is kept out.</summary>
    internal bool KeepsOut(string path, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Decides(path, isFolder) is { } rule)
            {
                return !rule.IsNegated;
            }
        }

        return false;
    }

    private IgnoreScope? Outer => outer;

    private IgnoreRule? Decides(string path, bool isFolder)
    {
        var inside = path[folder.Length..];
        for (var index = rules.Count - 1; index >= 0; index--)
        {
            if (rules[index].Matches(inside, isFolder))
            {
                return rules[index];
            }
        }

        return null;
    }
}
