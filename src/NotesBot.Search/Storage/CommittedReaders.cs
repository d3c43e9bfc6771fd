using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NotesBot.Search.Storage;

/// <summary>What was last committed to an index that another process may be writing. Takes no lock.</summary>
internal sealed class CommittedReaders : Readers
{
    private readonly System.Threading.Lock _gate = new();
    private readonly string _path;
    private readonly string _source;
    private DirectoryReader? _reader;
    private DateTime _lookedAt;

    internal CommittedReaders(string path, string source)
    {
        (_path, _source) = (path, source);
        Acquire().Dispose();
    }

    internal override ViewLease Acquire()
    {
        lock (_gate)
        {
            // A commit makes a new file, and so changes the time of the folder: one look at it costs microseconds.
            var changedAt = System.IO.Directory.GetLastWriteTimeUtc(_path);
            if (_reader is null || changedAt != _lookedAt)
            {
                Refresh();
                _lookedAt = changedAt;
            }

            _reader!.IncRef();
            return new ViewLease(IndexView.Of(_reader), static reader => reader.DecRef());
        }
    }

    public override void Dispose()
    {
        lock (_gate)
        {
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

        var next = Open();
        if (next is not null)
        {
            _reader?.DecRef();
            _reader = next;
        }
    }

    private DirectoryReader? Open()
    {
        try
        {
            var directory = new SimpleFSDirectory(_path);
            var commit = DirectoryReader.ListCommits(directory)[^1];
            IndexOpening.RequireThisSchema(commit.UserData);
            IndexOpening.RequireSource(commit.UserData, _source);
            return IsSameIndex(commit) ? DirectoryReader.OpenIfChanged(_reader) : DirectoryReader.Open(directory);
        }
        catch (Exception exception) when (exception is not IndexUnavailableException)
        {
            // Lucene throws nearly anything at a damaged index, NullReferenceException included, and its messages name files: people see ours.
            const string message = "The index cannot be read; run the index command with --rebuild.";
            throw new IndexUnavailableException(message, exception);
        }
    }

    /// <summary>An index that was begun anew uses the names of the old one's segments: they must not be mixed.</summary>
    private bool IsSameIndex(IndexCommit commit) =>
        _reader is not null && commit.UserData.TryGetValue(IndexFields.BirthKey, out var birth)
        && _reader.IndexCommit.UserData.TryGetValue(IndexFields.BirthKey, out var ours) && birth == ours;
}
