using LibGit2Sharp;

using NotesBot.Notes.Links;
namespace NotesBot.Notes.Sources;

/// <summary>
/// What was fetched of a repository: a bare clone of the last commit, without its history. Not safe to use from many threads; what is
/// opened must be closed before the next <see cref="Update"/>, which may drop its objects.
/// </summary>
/// <param name="folder">Where it is kept; belongs to the clone alone.</param>
/// <param name="address">Where it is of.</param>
internal sealed class GitClone(string folder, GitAddress address)
{
    // Our own, whatever the branch is called there: there is always exactly one, so that all else is waste.
    private const string Reference = "refs/heads/notes";

    // Where a fetch puts what it brings, until it was seen that it can be read.
    private const string Incoming = "refs/heads/incoming";
    private const string RemoteName = "notes";
    private const string SourceKey = "notes.source";
    private const int MaxPacks = 20;
    private readonly GitRemote _remote = new(address);
    private readonly ObjectStore _objects = new(folder);

    // Set by whoever reads an object that is missing or broken.
    private volatile bool _isDamaged;

    private string Source => $"{address.Url} {address.Branch}";

    /// <summary>The last fetched commit; <see langword="null"/> before the first, and when it cannot be read.</summary>
    internal NotesVersion? Version
    {
        get
        {
            using var repository = TryOpen();
            try
            {
                return repository is null ? null : VersionOf(TipOf(repository));
            }
            catch (Exception exception) when (exception is LibGit2SharpException or NullReferenceException)
            {
                return null;
            }
        }
    }

    /// <summary>The last fetched commit with its files; <see langword="null"/> before the first.</summary>
    /// <param name="subfolder">The notes folder in it; <see langword="null"/> for all of it.</param>
    /// <exception cref="NotesUnavailableException">It has no such folder, or is damaged.</exception>
    internal OpenCommit? Open(string? subfolder)
    {
        var repository = TryOpen();
        if (repository is null)
        {
            return null;
        }

        try
        {
            var commit = TipOf(repository);
            return new OpenCommit(repository, new CommitFiles(repository, TreeOf(commit, subfolder), () => _isDamaged = true), VersionOf(commit));
        }
        catch (Exception exception)
        {
            repository.Dispose();
            _isDamaged |= exception is LibGit2SharpException;
            throw exception as NotesUnavailableException
                ?? new NotesUnavailableException("What was fetched of the notes is damaged; it will be fetched anew.", exception);
        }
    }

    /// <summary>Brings it to what the remote has now. When that fails it stays as it was.</summary>
    /// <returns>Whether it is at another commit than before.</returns>
    /// <exception cref="FetchFailedException">It cannot be fetched; the message says why.</exception>
    internal bool Update(CancellationToken cancellationToken)
    {
        try
        {
            var before = BeforeUpdate();
            return _remote.Speak(() => BringNewest(before, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is not FetchFailedException)
        {
            // A host may send what neither libgit2 nor .NET can take.
            cancellationToken.ThrowIfCancellationRequested();
            throw new FetchFailedException(_remote.Explain(exception), exception);
        }
    }

    private bool BringNewest(string? before, CancellationToken cancellationToken)
    {
        var isNew = _remote.Newest() != before;
        if (isNew)
        {
            Bring(before, cancellationToken);
        }

        return isNew;
    }

    /// <summary>Takes away what an ended process left behind, and a clone that cannot be gone on with.</summary>
    /// <returns>The last good commit.</returns>
    private string? BeforeUpdate()
    {
        if (!_isDamaged && IsOurs() && Version is { } version)
        {
            _objects.Tidy();
            return version.Commit;
        }

        _objects.Delete();
        _isDamaged = false;
        return null;
    }

    private bool IsOurs()
    {
        using var repository = TryOpen();
        return repository?.Config.Get<string>(SourceKey, ConfigurationLevel.Local)?.Value == Source;
    }

    private void Bring(string? before, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            _objects.Begin(fresh => Begin(fresh, cancellationToken));
        }
        else
        {
            Continue(cancellationToken);
        }

        using var repository = new Repository(folder);
        if (_objects.Packs > MaxPacks || (before is null && address.IsLocal))
        {
            _objects.KeepOnly(repository, TipOf(repository));
        }
    }

    /// <remarks>An empty repository that fetches one branch: a clone would ask for all of them, and there may be a hundred thousand.</remarks>
    private void Begin(string fresh, CancellationToken cancellationToken)
    {
        Repository.Init(fresh, isBare: true);
        using var repository = new Repository(fresh);
        repository.Config.Set(SourceKey, Source, ConfigurationLevel.Local);
        var options = GitRemote.Options(cancellationToken);

        // Only a first fetch can be told a depth: later ones bring what is new since, and from a repository on this machine all comes.
        options.Depth = address.IsLocal ? 0 : 1;
        Fetch(repository, options);
    }

    private void Continue(CancellationToken cancellationToken)
    {
        var shallow = _objects.Shallow;
        try
        {
            using var repository = new Repository(folder);
            Fetch(repository, GitRemote.Options(cancellationToken));
        }
        finally
        {
            // libgit2 forgets where the history ends, and would then miss what lies behind.
            _objects.Shallow = shallow;
        }
    }

    /// <summary>Brings the branch, and stands on it only when it can be read: else the last good commit stays.</summary>
    private void Fetch(Repository repository, FetchOptions options)
    {
        repository.Config.Set($"remote.{RemoteName}.url", _remote.Url, ConfigurationLevel.Local);
        var source = address.Branch is { } branch ? $"refs/heads/{branch}" : "HEAD";
        Commands.Fetch(repository, RemoteName, [$"+{source}:{Incoming}"], options, logMessage: null);
        var commit = repository.Lookup<Commit>(repository.Refs[Incoming].ResolveToDirectReference().TargetIdentifier)
            ?? throw new NotFoundException("The commit is missing.");
        _ = (VersionOf(commit), commit.Tree.Count);
        repository.Refs.Add(Reference, commit.Id, allowOverwrite: true);
        repository.Refs.UpdateTarget("HEAD", Reference);
        repository.Refs.Remove(Incoming);
    }

    private Repository? TryOpen()
    {
        try
        {
            // What somebody mounted for us belongs to another user. Nothing of it is ever run.
            GlobalSettings.SetOwnerValidation(false);
            var repository = Directory.Exists(folder) ? new Repository(folder) : null;
            if (repository?.Refs[Reference] is not null)
            {
                return repository;
            }

            repository?.Dispose();
            return null;
        }
        catch (LibGit2SharpException)
        {
            return null;
        }
    }

    private static Commit TipOf(Repository repository) =>
        repository.Lookup<Commit>(repository.Refs[Reference].TargetIdentifier) ?? throw new NotFoundException("The commit is missing.");

    private static NotesVersion VersionOf(Commit commit) => new(commit.Sha, CommittedAt(commit));

    /// <summary>Any number may stand in a commit; what no calendar has counts as the beginning of time, as git counts it.</summary>
    private static DateTimeOffset CommittedAt(Commit commit)
    {
        try
        {
            return commit.Committer.When.ToUniversalTime();
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTimeOffset.UnixEpoch;
        }
    }

    private static Tree TreeOf(Commit commit, string? subfolder) => subfolder is null ? commit.Tree
        : commit[subfolder]?.Target as Tree
            ?? throw new NotesUnavailableException($"The repository has no folder {subfolder} (Notes:Folder) at {commit.Sha[..7]}.");
}

/// <summary>A commit that is being read.</summary>
/// <param name="Repository">Closed with it.</param>
/// <param name="Files">Its files.</param>
/// <param name="Version">What it is.</param>
internal sealed record OpenCommit(Repository Repository, CommitFiles Files, NotesVersion Version) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Repository.Dispose();
}

/// <summary>The notes could not be fetched.</summary>
/// <param name="message">Why, a sentence for the owner of the notes, without secrets.</param>
/// <param name="cause">What is behind it.</param>
internal sealed class FetchFailedException(string message, Exception? cause = null) : Exception(message, cause);
