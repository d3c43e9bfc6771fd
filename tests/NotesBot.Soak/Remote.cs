using System.Text;
using LibGit2Sharp;

namespace NotesBot.Soak;

/// <summary>The repository that somebody pushes to.</summary>
internal sealed class Remote : IDisposable
{
    private readonly Repository _repository;
    private readonly List<string> _commits = [];

    public Remote(string folder)
    {
        Repository.Init(folder, isBare: true);
        _repository = new Repository(folder);
    }

    /// <summary>Makes a commit and moves the branch to it; <paramref name="instead"/> of the last one it is a push by force.</summary>
    public void Push(IReadOnlyList<FileChange> changes, bool instead)
    {
        var tip = _repository.Branches["main"]?.Tip;
        var tree = tip is null ? new TreeDefinition() : TreeDefinition.From(tip);
        foreach (var change in changes)
        {
            Apply(tree, change);
        }

        var author = new Signature("A", "a@example.org", TimeProvider.System.GetUtcNow());
        IEnumerable<Commit> parents = tip is null ? [] : instead ? tip.Parents : [tip];
        var commit = _repository.ObjectDatabase.CreateCommit(author, author, "notes\n", _repository.ObjectDatabase.CreateTree(tree), parents, false);
        lock (_commits)
        {
            _commits.Add(commit.Sha);
        }

        _repository.Refs.Add("refs/heads/main", commit.Id, allowOverwrite: true);
        _repository.Refs.UpdateTarget("HEAD", "refs/heads/main");
    }

    /// <summary>The number of a commit by the beginning of its hash; -1 for none.</summary>
    public int NumberOf(string beginning)
    {
        lock (_commits)
        {
            return _commits.FindLastIndex(sha => sha.StartsWith(beginning, StringComparison.Ordinal));
        }
    }

    public void Dispose() => _repository.Dispose();

    private void Apply(TreeDefinition tree, FileChange change)
    {
        if (change.Content is { } content)
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
            tree.Add(change.Path, _repository.ObjectDatabase.CreateBlob(bytes), Mode.NonExecutableFile);
        }
        else
        {
            tree.Remove(change.Path);
        }
    }
}
