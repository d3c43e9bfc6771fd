using Lucene.Net.Index;

namespace NotesBot.Search.Store;

/// <summary>
/// Lends states of an index, each as it was committed, by this process or another one. A state is whole, and stays readable until its
/// lease ends. Takes no lock.
/// </summary>
internal sealed class CommittedReaders : IDisposable
{
    /// <summary>An index up to this size in bytes is held against its checksums when it is opened; a larger one would be felt.</summary>
    private const long MaxVerified = 16 << 20;

    // A writer may delete files of a commit while it is opened. Then there is a newer one; hardly ever twice in a row.
    private const int MaxTries = 10;

    private readonly System.Threading.Lock _gate = new();
    private readonly string _path;
    private readonly string _source;
    private DirectoryReader? _reader;
    private DateTime _lookedAt;
    private bool _isDisposed;

    internal CommittedReaders(string path, string source)
    {
        (_path, _source) = (path, source);
        Acquire().Dispose();
    }

    /// <summary>The newest state.</summary>
    /// <exception cref="IndexUnavailableException">There is none.</exception>
    internal ViewLease Acquire()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                throw new IndexUnavailableException("The index is being opened anew. Ask again in a moment.");
            }

            // A commit makes a new file, and so changes the time of the folder: one look at it costs microseconds.
            var changedAt = System.IO.Directory.GetLastWriteTimeUtc(_path);
            if (_reader is null || changedAt != _lookedAt)
            {
                Refresh();
                _lookedAt = changedAt;
            }

            _reader!.IncRef();
            return new ViewLease(IndexView.Of(_reader));
        }
    }

    /// <summary>There is a new commit, perhaps within the same tick of the clock that the folder's time is taken from.</summary>
    internal void Changed()
    {
        lock (_gate)
        {
            _lookedAt = default;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _reader?.DecRef();
            _reader = null;
        }
    }

    private void Refresh()
    {
        if (!System.IO.Directory.Exists(_path))
        {
            throw new IndexUnavailableException("There is no index yet; run the index command first.");
        }

        try
        {
            if (Open() is { } next)
            {
                _reader?.DecRef();
                _reader = next;
            }
        }
        catch (Exception exception) when (exception is not IndexUnavailableException)
        {
            // Lucene throws nearly anything at a damaged index, NullReferenceException included, and its messages name files: people see ours.
            const string message = "The index cannot be read; run the index command with --rebuild.";
            throw new IndexUnavailableException(message, exception);
        }
    }

    private DirectoryReader? Open()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return OpenNewest();
            }
            catch (Exception exception) when (tries < MaxTries && exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // The files were deleted under way.
            }
        }
    }

    private DirectoryReader? OpenNewest()
    {
        var directory = new LoadedDirectory(_path);
        var commit = DirectoryReader.ListCommits(directory)[^1];
        IndexOpening.RequireThisSchema(commit.UserData);
        IndexOpening.RequireSource(commit.UserData, _source);
        return IsSameIndex(commit) ? DirectoryReader.OpenIfChanged(_reader) : OpenFirst(directory);
    }

    private static DirectoryReader OpenFirst(LoadedDirectory directory)
    {
        var reader = DirectoryReader.Open(directory);
        try
        {
            if (directory.ListAll().Sum(directory.FileLength) <= MaxVerified)
            {
                IndexOpening.Verify(reader);
            }

            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>An index that was begun anew uses the names of the old one's segments: they must not be mixed.</summary>
    private bool IsSameIndex(IndexCommit commit) =>
        _reader is not null && commit.UserData.TryGetValue(IndexFields.BirthKey, out var birth)
        && _reader.IndexCommit.UserData.TryGetValue(IndexFields.BirthKey, out var ours) && birth == ours;
}

/// <summary>A state of the index that is in use.</summary>
internal readonly struct ViewLease(IndexView view) : IDisposable
{
    internal IndexView View { get; } = view;

    public void Dispose() => View.Reader.DecRef();
}
