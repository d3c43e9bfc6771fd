using System.Collections.Concurrent;
using System.Diagnostics;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using NotesBot.Notes;
using NotesBot.Search.Storage;

namespace NotesBot.Search;

/// <summary>
/// The one writer of an index. <see cref="Replace"/> and <see cref="Remove"/> from many threads, <see cref="Commit"/> from one, after
/// they have returned. What was written is kept, and seen by those who search, from the next commit on, all of it at once.
/// </summary>
public sealed class PassageIndexWriter : IDisposable
{
    private readonly string _directory;
    private readonly string _source;
    private readonly ILogger _logger;
    private readonly WriterLock _lock;
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly ConcurrentDictionary<string, IndexedFile> _files = new(StringComparer.Ordinal);
    private readonly PassageSearcher _searcher;
    private BackgroundMerges _merges = new();
    private string _birth = "";
    private IndexWriter _writer;

    private PassageIndexWriter(string directory, string source, ILogger logger, SearchOptions? options, bool anew)
    {
        (_directory, _source, _logger) = (directory, source, logger);
        _lock = WriterLock.Take(directory);
        try
        {
            Restarted = Prepare(anew);
            _writer = IndexOpening.OpenWriter(directory, _merges);
            BeginIfEmpty();
            _searcher = PassageSearcher.OpenForReading(directory, source, options, logger);
            Load();
        }
        catch
        {
            _writer?.Rollback();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Why the index that was there was taken away and a new one begun, a sentence; <see langword="null"/> when it was not.</summary>
    public string? Restarted { get; }

    /// <summary>What is indexed, by path.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files => _files;

    /// <summary>Searches what was last committed.</summary>
    public IPassageSearcher Searcher => _searcher;

    /// <summary>Opens the index in a folder, or begins one. All of it is read, and held against its checksums.</summary>
    /// <param name="directory">The folder of the index; made when it is missing.</param>
    /// <param name="source">What the index is of (the full path of the notes folder): an index of something else is taken away.</param>
    /// <param name="logger">Where it tells what it does.</param>
    /// <param name="options">What <see cref="Searcher"/> knows besides; see <see cref="PassageSearcher.OpenForReading"/>.</param>
    /// <exception cref="IndexLockedException">Another process, or another writer of this one, has it.</exception>
    /// <exception cref="IOException">The folder cannot be written, or holds something else.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static PassageIndexWriter Open(string directory, string source, ILogger logger, SearchOptions? options = null) =>
        new(directory, source, logger, options, anew: false);

    /// <summary>Begins an index in the place of the one that stands in the folder; else as <see cref="Open"/>.</summary>
    /// <param name="directory">See <see cref="Open"/>.</param>
    /// <param name="source">See <see cref="Open"/>.</param>
    /// <param name="logger">See <see cref="Open"/>.</param>
    /// <param name="options">See <see cref="Open"/>.</param>
    /// <exception cref="IndexLockedException">Another process, or another writer of this one, has it.</exception>
    public static PassageIndexWriter Begin(string directory, string source, ILogger logger, SearchOptions? options = null) =>
        new(directory, source, logger, options, anew: true);

    /// <summary>Puts a file and its passages in the place of what was indexed of it.</summary>
    /// <exception cref="IndexWriteException">It failed; everything since the last commit was taken back.</exception>
    public void Replace(IndexedFile file, IReadOnlyList<Passage> passages)
    {
        var documents = PassageDocuments.Of(file, passages);
        Write(() =>
        {
            _writer.UpdateDocuments(new Term(IndexFields.Path, file.Path), documents);
            _files[file.Path] = file;
        });
    }

    /// <summary>Takes a file out; one that is not indexed changes nothing.</summary>
    /// <exception cref="IndexWriteException">It failed; everything since the last commit was taken back.</exception>
    public void Remove(string path) => Write(() =>
    {
        if (_files.TryRemove(path, out _))
        {
            _writer.DeleteDocuments(new Term(IndexFields.Path, path));
        }
    });

    /// <summary>Keeps everything written so far, together with what is now true of the library.</summary>
    /// <exception cref="IndexWriteException">It failed; everything since the last commit was taken back.</exception>
    public void Commit(LibraryFacts facts)
    {
        var started = Stopwatch.GetTimestamp();
        Write(() =>
        {
            _writer.UpdateDocument(new Term(IndexFields.Facts, IndexFields.FactsTerm), (IEnumerable<IIndexableField>)PassageDocuments.Of(facts));
            _writer.WaitForMerges();
            _writer.SetCommitData(CommitData());
            _writer.Commit();
            _searcher.Changed();
        });
        _logger.IndexCommitted(_files.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>
    /// What is wrong with the last commit as it stands on the disk, a sentence; <see langword="null"/> when every byte is as it was written.
    /// Not to be called beside <see cref="Commit"/>.
    /// </summary>
    public string? FindDamage() => IndexOpening.ReasonToRestart(_directory, _source);

    /// <summary>Closes the index as it was at the last commit.</summary>
    public void Dispose()
    {
        _searcher.Dispose();
        _writer.Rollback();
        _lock.Dispose();
        _gate.Dispose();
    }

    private string? Prepare(bool anew)
    {
        var reason = anew ? null : IndexOpening.ReasonToRestart(_directory, _source);
        if (reason is not null)
        {
            _logger.IndexRestarted(reason);
        }

        if ((anew || reason is not null) && Directory.Exists(IndexOpening.FolderOf(_directory)))
        {
            IndexOpening.Discard(_directory);
        }

        return reason;
    }

    /// <summary>A new index is committed as it is, so that there is never one that does not say what it is of.</summary>
    private void BeginIfEmpty()
    {
        if (_writer.CommitData.Count == 0)
        {
            _birth = Guid.NewGuid().ToString("N");
            _writer.SetCommitData(CommitData());
            _writer.Commit();
        }
    }

    /// <summary>Reads what the last commit holds.</summary>
    private void Load()
    {
        _birth = _writer.CommitData[IndexFields.BirthKey];
        _files.Clear();
        foreach (var file in _searcher.Files())
        {
            _files[file.Path] = file;
        }
    }

    private Dictionary<string, string> CommitData()
    {
        using var reader = DirectoryReader.Open(_writer, applyAllDeletes: true);
        return new Dictionary<string, string>
        {
            [IndexFields.SchemaKey] = IndexFields.Schema,
            [IndexFields.SourceKey] = _source,
            [IndexFields.BirthKey] = _birth,
            [IndexFields.CountKey] = IndexOpening.Count(reader),
        };
    }

    private void Write(Action change)
    {
        var writer = _writer;
        try
        {
            ChangeTogether(change);
        }
        catch (Exception exception)
        {
            // Whatever it was: Lucene's writer must not be used or disposed of after a failure, only rolled back.
            BeginAgain(writer);
            throw new IndexWriteException($"Writing to the index failed: {exception.Message}", exception);
        }
    }

    private void ChangeTogether(Action change)
    {
        _gate.EnterReadLock();
        try
        {
            _merges.ThrowIfFailed();
            change();
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private void BeginAgain(IndexWriter failed)
    {
        _gate.EnterWriteLock();
        try
        {
            if (_writer == failed)
            {
                failed.Rollback();
                _merges = new BackgroundMerges();
                _writer = IndexOpening.OpenWriter(_directory, _merges);
                Load();
            }
        }
        catch (Exception exception)
        {
            // What made the write fail goes on, and Lucene throws nearly anything. Writing to what is closed fails, and comes here again.
            _logger.WriterNotReopened(exception);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
