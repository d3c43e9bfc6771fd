namespace NotesBot.Notes.Syllabi;

/// <summary>A folder of the library, or the notes folder itself, with what lies in it.</summary>
internal sealed class FolderNode
{
    private readonly Dictionary<string, FolderNode> _folders = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];

    private FolderNode(string path, FolderNode? parent) => (Path, Parent) = (path, parent);

    /// <summary>Relative to the notes folder; empty for that itself.</summary>
    internal string Path { get; }

    /// <summary>Its own name.</summary>
    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder that it lies in; <see langword="null"/> for the notes folder.</summary>
    internal FolderNode? Parent { get; }

    /// <summary>Folders in it, as a person sorts them: 2 before 10.</summary>
    internal IEnumerable<FolderNode> Folders => _folders.Values.OrderBy(folder => folder.Name, PathOrder.Natural);

    /// <summary>Names of the files in it, without their extensions.</summary>
    internal IReadOnlyList<string> Files => _files;

    /// <summary>The folder, and all below it, from the outermost.</summary>
    internal IEnumerable<FolderNode> All() => Folders.SelectMany(folder => folder.All()).Prepend(this);

    /// <summary>The folders around it, the innermost first, without the notes folder.</summary>
    internal IEnumerable<FolderNode> Around()
    {
        for (var folder = Parent; folder is { Parent: not null }; folder = folder.Parent)
        {
            yield return folder;
        }
    }

    /// <summary>Makes the tree of all files.</summary>
    internal static FolderNode Of(IEnumerable<string> paths)
    {
        var root = new FolderNode("", null);
        foreach (var path in paths)
        {
            var parts = path.Split('/');
            parts[..^1].Aggregate(root, static (folder, name) => folder.Child(name))
                ._files.Add(System.IO.Path.GetFileNameWithoutExtension(parts[^1]));
        }

        return root;
    }

    private FolderNode Child(string name) => _folders.TryGetValue(name, out var folder) ? folder
        : _folders[name] = new FolderNode(Path.Length == 0 ? name : $"{Path}/{name}", this);
}
