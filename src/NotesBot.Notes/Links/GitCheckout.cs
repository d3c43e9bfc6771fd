using LibGit2Sharp;
using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Links;

/// <summary>The git checkout that the notes folder lies in: which commit or branch shows a file as it is. Only reads. One lock around the
/// repository.</summary>
internal sealed class GitCheckout : IDisposable
{
    private const int MaxAnswers = 50_000;
    private readonly Lock _lock = new();
    private readonly Repository _repository;
    private readonly Repository _configured;
    private readonly string _prefix;
    private readonly string _root;
    private readonly IReadOnlyDictionary<string, SlugStyle> _hosts;
    private readonly Dictionary<string, (long Size, DateTimeOffset Modified, GitReference Answer)> _answers = new(StringComparer.Ordinal);
    private State? _state;

    private GitCheckout(Repository repository, string root, string prefix, IReadOnlyDictionary<string, SlugStyle> hosts)
    {
        _repository = repository;
        _configured = ConfiguredOf(repository);
        _root = root;
        _prefix = prefix;
        _hosts = hosts;
    }

    /// <summary>The checkout around a folder; <see langword="null"/> when there is none. One that git cannot read counts as none.</summary>
    /// <param name="folder">The notes folder.</param>
    /// <param name="hosts">Kinds of further hosts, by host name.</param>
    internal static GitCheckout? Around(string folder, IReadOnlyDictionary<string, SlugStyle> hosts)
    {
        var root = RealPath.Of(folder);
        if (GitFolder(root) is not { } top)
        {
            return null;
        }

        try
        {
            // A mounted checkout belongs to another user than the bot's. Nothing of it is ever run.
            GlobalSettings.SetOwnerValidation(false);
            // By its folder, not by what lies in .git: of a linked worktree and of a submodule that is a file.
            var repository = new Repository(top);
            var work = repository.Info.WorkingDirectory is { } directory ? RealPath.Of(directory) : null;
            if (work is null || !Inside(root, work))
            {
                repository.Dispose();
                return null;
            }

            var prefix = root[work.Length..].Trim(Path.DirectorySeparatorChar).Replace('\\', '/');
            return new GitCheckout(repository, root, prefix.Length == 0 ? "" : prefix + "/", hosts);
        }
        catch (Exception exception) when (IsForeign(exception))
        {
            return null;
        }
    }

    /// <summary>Whose pages the remote has; <see cref="SlugStyle.None"/> when that is unknown.</summary>
    internal SlugStyle Style
    {
        get
        {
            lock (_lock)
            {
                return RemoteUrl() is { } url ? RemoteAddress.StyleOf(url, _hosts) : SlugStyle.None;
            }
        }
    }

    /// <summary>The page of a place on the host; <see langword="null"/> when the remote has no known host, or git cannot be
    /// read.</summary>
    internal string? UrlOf(PassagePlace place)
    {
        lock (_lock)
        {
            try
            {
                var state = Refresh();
                return state.Host?.UrlOf(place, _prefix + place.Path, ReferenceOf(place.Path, state));
            }
            catch (Exception exception) when (IsForeign(exception))
            {
                return null;
            }
        }
    }

    /// <summary>Reads what git says of its HEAD and its remote.</summary>
    internal void Prepare()
    {
        lock (_lock)
        {
            try
            {
                Refresh();
            }
            catch (Exception exception) when (IsForeign(exception))
            {
                // The first link says so by being none.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _configured.Dispose();
            _repository.Dispose();
        }
    }

    /// <summary>A linked worktree has a head of its own and the configuration of its repository, where libgit2 does not look for it.</summary>
    private static Repository ConfiguredOf(Repository repository)
    {
        var common = Path.Combine(repository.Info.Path, "commondir");
        return File.Exists(common) ? new Repository(Path.Combine(repository.Info.Path, File.ReadAllText(common).Trim())) : repository;
    }

    private Branch Head => ReferenceEquals(_configured, _repository) ? _repository.Head
        : _configured.Branches[_repository.Head.CanonicalName] ?? _repository.Head;

    private State Refresh()
    {
        var head = Head;
        var key = $"{head.Tip?.Sha} {head.CanonicalName} {head.TrackedBranch?.Tip?.Sha}";
        if (_state?.Key == key)
        {
            return _state;
        }

        _answers.Clear();
        var host = RemoteUrl() is { } url ? RemoteAddress.Parse(url, _hosts) : null;
        return _state = new State(key, host, Published(head), BranchName(head));
    }

    /// <summary>The commit that the host has: the last one, or where it and the remote branch parted when it is not pushed yet.</summary>
    private Commit? Published(Branch head)
    {
        var remote = head.TrackedBranch?.Tip;
        return remote is null || head.Tip is null ? head.Tip : _repository.ObjectDatabase.FindMergeBase(head.Tip, remote);
    }

    private string BranchName(Branch head)
    {
        if (head.TrackedBranch is not null && head.UpstreamBranchCanonicalName is { } upstream)
        {
            return upstream.Replace("refs/heads/", "", StringComparison.Ordinal);
        }

        return !_repository.Info.IsHeadDetached ? head.FriendlyName
            : _repository.Refs["refs/remotes/origin/HEAD"] is SymbolicReference main
                ? main.TargetIdentifier.Replace("refs/remotes/origin/", "", StringComparison.Ordinal)
            : "HEAD";
    }

    /// <summary>Of the branch's remote, else of <c>origin</c>, else of the first one; <see langword="null"/> without one.</summary>
    private string? RemoteUrl()
    {
        var remotes = _configured.Network.Remotes;
        var remote = Head.RemoteName is { } name ? remotes[name] : null;
        return (remote ?? remotes["origin"] ?? remotes.FirstOrDefault())?.Url;
    }

    private GitReference ReferenceOf(string path, State state)
    {
        var file = new FileInfo(Path.Combine(_root, path));
        var (size, modified) = file.Exists ? (file.Length, FileTime.Of(file)) : (-1, default);
        if (_answers.TryGetValue(path, out var known) && known.Size == size && known.Modified == modified)
        {
            return known.Answer;
        }

        if (_answers.Count >= MaxAnswers)
        {
            _answers.Clear();
        }

        var answer = IsUnchanged(_prefix + path, state) ? new GitReference(state.Commit!.Sha, IsCommit: true)
            : new GitReference(state.Branch, IsCommit: false);
        _answers[path] = (size, modified, answer);
        return answer;
    }

    private bool IsUnchanged(string path, State state)
    {
        if (state.Commit?[path] is not { TargetType: TreeEntryTargetType.Blob } published ||
            _repository.Head.Tip?[path]?.Target.Id != published.Target.Id)
        {
            return false;
        }

        return _repository.RetrieveStatus(path) is FileStatus.Unaltered;
    }

    /// <summary>The nearest folder above that git knows; <see langword="null"/> when there is none.</summary>
    private static string? GitFolder(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Combine(at.FullName, ".git")))
            {
                return at.FullName;
            }
        }

        return null;
    }

    /// <summary>What git's files may hold that neither libgit2 nor .NET can take: odd dates, names, modes. It costs a link and nothing else.</summary>
    private static bool IsForeign(Exception exception) => exception is LibGit2SharpException or ArgumentException or InvalidOperationException
        or NullReferenceException or OverflowException or IOException or UnauthorizedAccessException;

    private static bool Inside(string folder, string outer) =>
        (folder + "/").StartsWith(outer.TrimEnd('/') + "/", StringComparison.Ordinal);

    private sealed record State(string Key, GitHost? Host, Commit? Commit, string Branch);
}
