using System.Text;
using LibGit2Sharp;
using NotesBot.Notes.Folder;
using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Sources;

/// <summary>
/// The files of one commit, read from the objects of a repository: nothing is checked out, so that nothing of them is run, filtered or
/// followed, and they cannot change. One lock around the repository.
/// </summary>
/// <param name="repository">Disposed of by its owner.</param>
/// <param name="root">The tree of the notes folder.</param>
/// <param name="damaged">Hears that an object is missing or broken.</param>
internal sealed class CommitFiles(Repository repository, Tree root, Action damaged) : INoteFiles
{
    private const int MaxLinkBytes = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ObjectId> _folders = new(StringComparer.Ordinal) { [""] = root.Id };
    private readonly Dictionary<string, TreeEntry> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<FolderEntry> Entries(string folder) => Whole(() =>
    {
        var tree = _folders.TryGetValue(folder, out var id) ? repository.Lookup<Tree>(id) : throw new DirectoryNotFoundException();
        return (IReadOnlyList<FolderEntry>)
            [.. tree.Where(entry => entry.TargetType != TreeEntryTargetType.GitLink).Select(entry => Take(entry, folder))];
    });

    /// <inheritdoc/>
    public (byte[] Bytes, NoteFile File) Read(string path, long maxBytes) => Whole(() =>
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            throw new UnreadableNoteException("It has vanished.");
        }

        var size = SizeOf(entry);
        if (size > maxBytes)
        {
            throw new UnreadableNoteException($"It has {size:N0} bytes; the limit is {maxBytes:N0} (Notes:MaxFileBytes).");
        }

        return (BytesOf(entry, size), new NoteFile(path, size, default) { Blob = entry.Target.Sha });
    });

    /// <inheritdoc/>
    public string? FaultOfLink(string path) => Whole(() =>
    {
        var link = _entries[path];
        var size = SizeOf(link);
        var target = size > MaxLinkBytes ? "" : Encoding.UTF8.GetString(BytesOf(link, size));
        return Target(path, target) is not { } inside ? "The link leads out of the notes folder and is not followed."
            : root[inside] is null ? "The link leads nowhere."
            : null;
    });

    /// <inheritdoc/>
    public bool Has(string path) => Whole(() => root[path] is { TargetType: TreeEntryTargetType.Blob, Mode: not Mode.SymbolicLink });

    private FolderEntry Take(TreeEntry entry, string folder)
    {
        var path = folder + entry.Name;
        if (entry.TargetType == TreeEntryTargetType.Tree)
        {
            _folders[path + "/"] = entry.Target.Id;
            return new FolderEntry(entry.Name, IsFolder: true, IsLink: false, 0, default);
        }

        _entries[path] = entry;
        var isLink = entry.Mode == Mode.SymbolicLink;
        return new FolderEntry(entry.Name, false, isLink, isLink ? 0 : SizeOf(entry), default, entry.Target.Sha);
    }

    private long SizeOf(TreeEntry entry) => repository.ObjectDatabase.RetrieveObjectMetadata(entry.Target.Id).Size;

    private byte[] BytesOf(TreeEntry entry, long size)
    {
        var bytes = new byte[size];
        using var content = repository.Lookup<Blob>(entry.Target.Id).GetContentStream();
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Where a link leads, relative to the notes folder; <see langword="null"/> for out of it.</summary>
    private static string? Target(string path, string target)
    {
        var parts = new List<string>(path.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return target.StartsWith('/') || parts.Count == 0 ? null : string.Join('/', parts);
    }

    private T Whole<T>(Func<T> read)
    {
        lock (_lock)
        {
            try
            {
                return read();
            }
            catch (Exception exception) when (exception is LibGit2SharpException or NullReferenceException or EndOfStreamException
                or ArgumentException or InvalidOperationException or OverflowException)
            {
                // A missing object is null to LibGit2Sharp, or its exception; an odd one may be anything.
                damaged();
                throw new NotesUnavailableException("What was fetched of the notes is damaged; it will be fetched anew.", exception);
            }
        }
    }
}
