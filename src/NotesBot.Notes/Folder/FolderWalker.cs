using System.Text;
using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Folder;

/// <summary>
/// Looks through the notes folder: which files are notes. Opens none of them (only ignore files), never follows a link, and never throws
/// for what it finds. Hidden files and folders are passed over in silence.
/// </summary>
/// <param name="files">The files of the notes folder.</param>
/// <param name="isNote">Whether a reader exists for a file, by its relative path.</param>
internal sealed class FolderWalker(INoteFiles files, Func<string, bool> isNote)
{
    private const int MaxDepth = 100;
    private const int MaxIgnoreFileBytes = 64 << 10;

    private static readonly HashSet<string> ForeignFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bower_components", "__pycache__", "__MACOSX", "site-packages", "venv", "dist", "_build", "_site", "_book", "_sources",
    };

    /// <summary>Folders inside others that programs keep old versions in.</summary>
    private static readonly string[] OldVersions = ["logseq/bak", "logseq/version-files"];

    /// <summary>Files by which documentation that is made of program sources is known.</summary>
    private static readonly HashSet<string> OfPrograms = new(StringComparer.OrdinalIgnoreCase)
    {
        "element-list", "package-list", "allclasses-index.html", "allclasses-noframe.html", "doxygen.css",
    };

    /// <summary>What is in the folder now. A folder that is not there is a fault of the path <c>.</c>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal FolderListing List(CancellationToken cancellationToken)
    {
        var look = new Look();
        var open = new Stack<(string Folder, IgnoreScope? Rules)>([("", null)]);
        while (open.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entries = Entries(next.Folder, look);
            if (next.Folder.Length > 0 && entries.Any(entry => OfPrograms.Contains(entry.Name)))
            {
                look.Generate("of program sources");
                continue;
            }

            var rules = WithOwnRules(next.Folder, entries, next.Rules, look);
            foreach (var entry in entries)
            {
                if (Take(entry, next.Folder, rules, look) is { } folder)
                {
                    open.Push((folder, rules));
                }
            }
        }

        look.Files.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        look.Faults.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new FolderListing(look.Files, look.Skipped, look.Faults) { Generated = look.Generated, Names = look.Names };
    }

    private IReadOnlyList<FolderEntry> Entries(string folder, Look look)
    {
        try
        {
            return files.Entries(folder);
        }
        catch (IOException exception)
        {
            var reason = exception is DirectoryNotFoundException ? "The folder is not there."
                : "The folder cannot be looked into: " + exception.Message;
            look.Faults.Add(new FileFault(folder.Length == 0 ? "." : folder.TrimEnd('/'), reason));
            return [];
        }
    }

    /// <summary>Counts or lists one entry; gives back a folder that is to be looked into.</summary>
    private string? Take(FolderEntry entry, string folder, IgnoreScope? rules, Look look)
    {
        var path = folder + entry.Name;
        look.Names.IsVault |= entry is { Name: ".obsidian", IsFolder: true };
        if (entry.Name.StartsWith('.') || (rules?.KeepsOut(path, entry.IsFolder) ?? false))
        {
            return null;
        }

        if (BadName(entry.Name) is { } fault)
        {
            look.Faults.Add(new FileFault(Escaped(path), fault));
            return null;
        }

        if (entry.IsLink)
        {
            TakeLink(path, look);
            return null;
        }

        return entry.IsFolder ? TakeFolder(entry.Name, path, look) : TakeFile(entry, path, look);
    }

    private static string? TakeFolder(string name, string path, Look look)
    {
        if (path.Count(letter => letter == '/') >= MaxDepth)
        {
            look.Faults.Add(new FileFault(path, $"Folders deeper than {MaxDepth} are not looked into."));
            return null;
        }

        if (ForeignFolders.Contains(name) || OldVersions.Any(old => path == old || path.EndsWith("/" + old, StringComparison.Ordinal)))
        {
            look.Generate(name);
            return null;
        }

        return path + "/";
    }

    private string? TakeFile(FolderEntry entry, string path, Look look)
    {
        look.Names.Add(entry.Name, path);
        if (!isNote(path) || Housekeeping.Is(entry.Name))
        {
            look.Skip(Kind(entry.Name));
        }
        else if (entry.Length == 0)
        {
            // Nothing to read; and pipes and devices, which must never be opened, have no length either.
            look.Skip("empty");
        }
        else
        {
            look.Files.Add(new NoteFile(path, entry.Length, entry.Modified) { Blob = entry.Blob });
        }

        return null;
    }

    /// <summary>A link is never followed: what it leads to inside the folder is found there.</summary>
    private void TakeLink(string path, Look look)
    {
        if (!isNote(path) && Path.HasExtension(path))
        {
            look.Skip(Kind(path));
        }
        else if (files.FaultOfLink(path) is { } fault)
        {
            look.Faults.Add(new FileFault(path, fault));
        }
        else
        {
            look.Skip("link");
        }
    }

    private IgnoreScope? WithOwnRules(string folder, IReadOnlyList<FolderEntry> entries, IgnoreScope? outer, Look look)
    {
        var rules = IgnoreScope.FileNames
            .SelectMany(name => entries.Where(entry => entry.Name == name && entry is { IsLink: false, IsFolder: false, Length: > 0 }))
            .SelectMany(entry => RulesOf(folder + entry.Name, entry.Length, look)).ToList();
        return rules.Count == 0 ? outer : new IgnoreScope(folder, rules, outer);
    }

    private List<IgnoreRule> RulesOf(string path, long length, Look look)
    {
        if (length > MaxIgnoreFileBytes)
        {
            look.Faults.Add(new FileFault(path, "Too large for a file of ignore rules."));
            return [];
        }

        try
        {
            var lines = Encoding.UTF8.GetString(files.Read(path, MaxIgnoreFileBytes).Bytes).TrimStart('\uFEFF').Split('\n');
            return [.. lines.Select(IgnoreRule.Parse).OfType<IgnoreRule>()];
        }
        catch (UnreadableNoteException exception)
        {
            look.Faults.Add(new FileFault(path, "The ignore rules cannot be read: " + exception.Message));
            return [];
        }
    }

    private static string Kind(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length > 1 && !Housekeeping.Is(name) ? extension[1..].ToLowerInvariant() : Path.GetFileName(name);
    }

    private static string? BadName(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? "Its name holds a slash."
        : name.Any(char.IsControl) ? "Its name holds control characters."
        : name.Contains('\uFFFD', StringComparison.Ordinal) ? "Its name is no valid UTF-8."
        : null;

    private static string Escaped(string path) =>
        string.Concat(path.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));

    private sealed class Look
    {
        internal List<NoteFile> Files { get; } = [];

        internal SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

        internal List<FileFault> Faults { get; } = [];

        internal VaultNames Names { get; } = new();

        internal SortedDictionary<string, int> Generated { get; } = new(StringComparer.Ordinal);

        internal void Generate(string name) => Generated[name] = Generated.GetValueOrDefault(name) + 1;

        internal void Skip(string kind) => Skipped[kind] = Skipped.GetValueOrDefault(kind) + 1;
    }
}
