using System.Text;
using LibGit2Sharp;

namespace NotesBot.Notes.Tests.Sources;

/// <summary>A bare repository of a test's own, to push to, made without a work tree.</summary>
internal sealed class RemoteRepository : IDisposable
{
    private static readonly DateTimeOffset Began = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Repository _repository;
    private int _commits;

    internal RemoteRepository(string path)
    {
        Path = path;
        Repository.Init(path, isBare: true);
        _repository = new Repository(path);
    }

    internal string Path { get; }

    /// <summary>Commits files (<see langword="null"/> deletes one) and moves the branch; <paramref name="instead"/> of all that was before.</summary>
    internal string Push(string branch, IReadOnlyDictionary<string, string?> files, bool instead = false)
    {
        var tree = Tree(branch, instead);
        foreach (var (path, content) in files)
        {
            Change(tree, path, content, Mode.NonExecutableFile);
        }

        return Commit(branch, tree, instead);
    }

    /// <summary>Commits one file to <c>main</c>.</summary>
    internal string Push(string path, string? content) => Push("main", new Dictionary<string, string?> { [path] = content });

    /// <summary>Commits a symbolic link to <c>main</c>.</summary>
    internal string PushLink(string path, string target)
    {
        var tree = Tree("main", instead: false);
        Change(tree, path, target, Mode.SymbolicLink);
        return Commit("main", tree, instead: false);
    }

    /// <summary>Writes any object, however odd.</summary>
    /// <returns>Its hash.</returns>
    internal string Write<T>(byte[] content)
        where T : GitObject => _repository.ObjectDatabase.Write<T>(content).Sha;

    /// <summary>Moves <c>main</c> to a commit of this tree, made at whatever time.</summary>
    internal string PushCommit(string tree, string time)
    {
        var commit = Write<Commit>(Encoding.UTF8.GetBytes($"tree {tree}\nauthor A <a@example.org> {time}\ncommitter A <a@example.org> {time}\n\nnotes\n"));
        File.WriteAllText(System.IO.Path.Combine(Path, "refs", "heads", "main"), commit + "\n");
        return commit;
    }

    /// <summary>The hash of the tree of <c>main</c>.</summary>
    internal string Tree() => _repository.Branches["main"].Tip.Tree.Sha;

    internal void DeleteBranch(string branch) => _repository.Refs.Remove($"refs/heads/{branch}");

    public void Dispose() => _repository.Dispose();

    private TreeDefinition Tree(string branch, bool instead) =>
        instead || _repository.Branches[branch]?.Tip is not { } tip ? new TreeDefinition() : TreeDefinition.From(tip);

    private void Change(TreeDefinition tree, string path, string? content, Mode mode)
    {
        if (content is null)
        {
            tree.Remove(path);
            return;
        }

        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        tree.Add(path, _repository.ObjectDatabase.CreateBlob(bytes), mode);
    }

    private string Commit(string branch, TreeDefinition definition, bool instead)
    {
        var author = new Signature("A", "a@example.org", Began.AddMinutes(_commits++));
        var tip = instead ? null : _repository.Branches[branch]?.Tip;
        var tree = _repository.ObjectDatabase.CreateTree(definition);
        var commit = _repository.ObjectDatabase.CreateCommit(author, author, "notes\n", tree, tip is null ? [] : [tip], false);
        _repository.Refs.Add($"refs/heads/{branch}", commit.Id, allowOverwrite: true);
        if (branch == "main")
        {
            _repository.Refs.UpdateTarget("HEAD", "refs/heads/main");
        }

        return commit.Sha;
    }
}
