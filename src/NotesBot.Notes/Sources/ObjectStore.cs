using LibGit2Sharp;

namespace NotesBot.Notes.Sources;

/// <summary>The files of a clone, as far as its owner and not libgit2 looks after them.</summary>
/// <param name="folder">The bare repository.</param>
internal sealed class ObjectStore(string folder)
{
    private string PackFolder => Path.Combine(folder, "objects", "pack");

    private string ShallowFile => Path.Combine(folder, "shallow");

    /// <summary>How many packs it has: each fetch adds one.</summary>
    internal int Packs => Directory.EnumerateFiles(PackFolder, "*.pack").Count();

    /// <summary>The commits whose parents were not fetched, a line each; <see langword="null"/> for none.</summary>
    internal string? Shallow
    {
        get => File.Exists(ShallowFile) ? File.ReadAllText(ShallowFile) : null;
        set
        {
            if (value is { Length: > 0 })
            {
                File.WriteAllText(ShallowFile + ".new", value);
                File.Move(ShallowFile + ".new", ShallowFile, overwrite: true);
            }
        }
    }

    /// <summary>Makes a clone, whole or not at all.</summary>
    /// <param name="clone">Clones into the folder that it is given.</param>
    internal void Begin(Action<string> clone)
    {
        var fresh = folder + ".new";
        Delete(fresh);
        try
        {
            clone(fresh);
            Delete();
            Directory.Move(fresh, folder);
        }
        catch
        {
            Delete(fresh);
            throw;
        }
    }

    /// <summary>Takes away what a process that was ended in the middle left: locks, and packs that were not finished.</summary>
    internal void Tidy()
    {
        var locks = Directory.EnumerateFiles(folder, "*.lock", SearchOption.AllDirectories);
        var halves = Directory.EnumerateFiles(PackFolder).Where(file => !IsPack(file) || !File.Exists(Path.ChangeExtension(file, ".idx")));
        foreach (var file in locks.Concat(halves).ToList())
        {
            DeleteFile(file);
        }
    }

    /// <summary>Drops everything but one commit and its files, so that many fetches take no more room than one.</summary>
    internal void KeepOnly(Repository repository, Commit commit)
    {
        var fresh = Path.Combine(folder, "fresh");
        Delete(fresh);
        Directory.CreateDirectory(fresh);
        repository.ObjectDatabase.Pack(new PackBuilderOptions(fresh), builder => builder.AddRecursively(commit.Id));
        var kept = Directory.EnumerateFiles(fresh).OrderBy(file => Path.GetExtension(file) == ".idx").ToList();
        var names = kept.Select(Path.GetFileName).ToHashSet();
        var old = Directory.EnumerateFiles(PackFolder).Where(file => !names.Contains(Path.GetFileName(file))).ToList();
        kept.ForEach(file => File.Move(file, Path.Combine(PackFolder, Path.GetFileName(file)), overwrite: true));

        // Before the history goes: who starts here after a fall must not look for it.
        Shallow = commit.Sha + "\n";
        old.ForEach(DeleteFile);
        foreach (var loose in Directory.EnumerateDirectories(Path.Combine(folder, "objects")).Where(path => Path.GetFileName(path).Length == 2).ToList())
        {
            Delete(loose);
        }

        Delete(fresh);
    }

    /// <summary>Deletes the clone.</summary>
    internal void Delete() => Delete(folder);

    private static bool IsPack(string file) =>
        Path.GetFileName(file).StartsWith("pack-", StringComparison.Ordinal) && Path.GetExtension(file) is ".pack" or ".idx" or ".rev";

    /// <summary>git keeps its objects read-only, which some systems do not delete.</summary>
    private static void DeleteFile(string file)
    {
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).ToList().ForEach(DeleteFile);
            Directory.Delete(path, recursive: true);
        }
    }
}
