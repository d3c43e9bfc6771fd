using System.IO.Enumeration;

namespace NotesBot.Notes.Folder;

/// <summary>
/// Looks through the notes folder: which files are notes. Opens none of them (only ignore files), never follows a link, and never throws
/// for what it
/// finds. Hidden files and folders are passed over in silence.
/// </summary>
/// <param name="root">The notes folder.</param>
/// <param name="isNote">Whether a reader exists for a file, by its relative path.</param>
internal sealed class FolderWalker(string root, Func<string, bool> isNote)
{
    private const int MaxDepth = 100;
    private const int MaxIgnoreFileBytes = 1 << 20;

    private static readonly HashSet<string> ForeignFolders = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "__pycache__",
        "__MACOSX", "site-packages" };

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false
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
        return new FolderListing(look.Files, look.Skipped, look.Faults);
    }

    private List<Entry> Entries(string folder, Look look)
    {
        try
        {
            return [.. new FileSystemEnumerable<Entry>(Path.Combine(root, folder), Entry.Of, Everything)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception is DirectoryNotFoundException ? "The folder is not there."
                : "The folder cannot be looked into: " + Reason(exception);
            look.Faults.Add(new FileFault(folder.Length == 0 ? "." : folder.TrimEnd('/'), reason));
            return [];
        }
    }

    /// <summary>Counts or lists one entry; gives back a folder that is to be looked into.</summary>
    private string? Take(Entry entry, string folder, IgnoreScope? rules, Look look)
    {
        var path = folder + entry.Name;
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

        return ForeignFolders.Contains(name) ? null : path + "/";
    }

    private string? TakeFile(Entry entry, string path, Look look)
    {
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
            look.Files.Add(new NoteFile(path, entry.Length, entry.Modified));
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
        else if (FaultOfLink(path) is { } fault)
        {
            look.Faults.Add(new FileFault(path, fault));
        }
        else
        {
            look.Skip("link");
        }
    }

    private string? FaultOfLink(string path)
    {
        try
        {
            var full = Path.GetFullPath(root);
            var target = new FileInfo(Path.Combine(full, path)).ResolveLinkTarget(returnFinalTarget: true);
            return target is null || !(target.Exists || Directory.Exists(target.FullName)) ? "The link leads nowhere."
                : (target.FullName + "/").StartsWith(full.TrimEnd('/') + "/", StringComparison.Ordinal) ? null
                : "The link leads out of the notes folder and is not followed.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "The link cannot be followed: " + Reason(exception);
        }
    }

    private IgnoreScope? WithOwnRules(string folder, List<Entry> entries, IgnoreScope? outer, Look look)
    {
        var files = IgnoreScope.FileNames
            .Where(name => entries.Exists(entry => entry.Name == name && entry is { IsLink: false, IsFolder: false, Length: > 0 }));
        var rules = files.SelectMany(name => RulesOf(folder + name, look)).ToList();
        return rules.Count == 0 ? outer : new IgnoreScope(folder, rules, outer);
    }

    private List<IgnoreRule> RulesOf(string path, Look look)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, path));
            if (file.Length <= MaxIgnoreFileBytes)
            {
                return [.. File.ReadLines(file.FullName).Select(IgnoreRule.Parse).OfType<IgnoreRule>()];
            }

            look.Faults.Add(new FileFault(path, "Too large for a file of ignore rules."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            look.Faults.Add(new FileFault(path, "The ignore rules cannot be read: " + Reason(exception)));
        }

        return [];
    }

    private static string Kind(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length > 1 && !Housekeeping.Is(name) ? extension[1..].ToLowerInvariant() : Path.GetFileName(name);
    }

    private static string? BadName(string name) =>
        name.Any(char.IsControl) ? "Its name holds control characters."
        : name.Contains('\uFFFD', StringComparison.Ordinal) ? "Its name is no valid UTF-8."
        : null;

    private static string Escaped(string path) =>
        string.Concat(path.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));

    private string Reason(Exception exception) => exception.Message.Replace(Path.GetFullPath(root), ".", StringComparison.Ordinal);

    private sealed class Look
    {
        internal List<NoteFile> Files { get; } = [];

        internal SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

        internal List<FileFault> Faults { get; } = [];

        internal void Skip(string kind) => Skipped[kind] = Skipped.GetValueOrDefault(kind) + 1;
    }

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Length, DateTimeOffset Modified)
    {
        internal static Entry Of(ref FileSystemEntry entry)
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            return isLink || entry.IsDirectory
                ? new Entry(entry.FileName.ToString(), entry.IsDirectory, isLink, 0, default)
                : new Entry(entry.FileName.ToString(), false, false, entry.Length, entry.LastWriteTimeUtc);
        }
    }
}
