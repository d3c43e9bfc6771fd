using System.Collections.Concurrent;
using System.Diagnostics;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using NotesBot.Notes;
using NotesBot.Search.Store;

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
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly ConcurrentDictionary<string, IndexedFile> _files = new(StringComparer.Ordinal);
    private readonly PassageSearcher _searcher;
    private BackgroundMerges _merges = new();
    private string _birth = "";
    private WriterLock? _lock;
    private IndexWriter? _writer;

    private PassageIndexWriter(string directory, string source, ILogger logger, SearchOptions? options, bool anew)
    {
        (_directory, _source, _logger) = (directory, source, logger);
        try
        {
            Restarted = OpenOrBegin(anew);
            _searcher = PassageSearcher.OpenForReading(directory, source, options, logger);
            Load();
        }
        catch
        {
            GiveUp();
            _lock?.Dispose();
            throw;
        }
    }

    /// <summary>Why a new index was begun in the place of the one that was there, a sentence; else <see langword="null"/>.</summary>
    public string? Restarted { get; }

    /// <summary>What is indexed, by path.</summary>
    public IReadOnlyDictionary<string, IndexedFile> Files => _files;

    /// <summary>Searches what was last committed.</summary>
    public IPassageSearcher Searcher => _searcher;

    /// <summary>The texts of the passages that were last committed.</summary>
    public IPassageTexts Texts => _searcher;

    /// <summary>
    /// Opens the index in a folder, or begins one. All of it is read, and held against its checksums. One that is whole and cannot be
    /// written (a full or read-only disk) is searched as it is, and each write tries again.
    /// </summary>
    /// <param name="directory">The folder of the index; made when it is missing.</param>
    /// <param name="source">What the index is of (the full path of the notes folder): an index of something else is taken away.</param>
    /// <param name="logger">Where it tells what it does.</param>
    /// <param name="options">What <see cref="Searcher"/> knows besides; see <see cref="PassageSearcher.OpenForReading"/>.</param>
    /// <exception cref="IndexLockedException">Another process, or another writer of this one, has it.</exception>
    /// <exception cref="IOException">There is no whole index, and none can be begun there.</exception>
    /// <exception cref="UnauthorizedAccessException">As before, for want of rights.</exception>
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
            Writer.UpdateDocuments(new Term(IndexFields.Path, file.Path), documents);
            _files[file.Path] = file;
        });
    }

    /// <summary>Takes a file out; one that is not indexed changes nothing.</summary>
    /// <exception cref="IndexWriteException">It failed; everything since the last commit was taken back.</exception>
    public void Remove(string path) => Write(() =>
    {
        if (_files.TryRemove(path, out _))
        {
            Writer.DeleteDocuments(new Term(IndexFields.Path, path));
        }
    });

    /// <summary>Reads the owner's words anew where their files have changed: never while somebody waits for an answer.</summary>
    public void ReloadWords() => _searcher.ReloadWords();

    /// <summary>Keeps everything written so far, together with what is now true of the library.</summary>
    /// <exception cref="IndexWriteException">It failed; everything since the last commit was taken back.</exception>
    public void Commit(LibraryFacts facts)
    {
        var started = Stopwatch.GetTimestamp();
        Write(() =>
        {
            Writer.UpdateDocument(new Term(IndexFields.Facts, IndexFields.FactsTerm), (IEnumerable<IIndexableField>)PassageDocuments.Of(facts));
            IndexOpening.DropDeleted(Writer);
            Writer.WaitForMerges();
            Writer.SetCommitData(CommitData());
            Writer.Commit();
            _searcher.Changed();
        });
        _logger.IndexCommitted(_files.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>
    /// What is wrong with the last commit as it stands on the disk, a sentence; <see langword="null"/> when all is as it was written.
    /// Not to be called beside <see cref="Commit"/>.
    /// </summary>
    public string? FindDamage() => IndexOpening.ReasonToRestart(_directory, _source);

    /// <summary>Takes the index away and begins a new one. Who searches sees nothing in it until files are written and committed.</summary>
    /// <exception cref="IndexWriteException">It cannot be begun; the next write tries again.</exception>
    public void BeginAnew()
    {
        _gate.EnterWriteLock();
        try
        {
            GiveUp();
            IndexOpening.Discard(_directory);
            OpenWriter();
            _searcher.Changed();
            Load();
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw new IndexWriteException($"The index cannot be begun anew: {exception.Message}", exception);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>Closes the index as it was at the last commit.</summary>
    public void Dispose()
    {
        _searcher.Dispose();
        GiveUp();
        _lock?.Dispose();
        _gate.Dispose();
    }

    private IndexWriter Writer => _writer ?? throw new IOException("The index is closed.");

    /// <summary>Why it was begun anew.</summary>
    private string? OpenOrBegin(bool anew)
    {
        TakeLock();
        var reason = anew ? null : IndexOpening.ReasonToRestart(_directory, _source);
        var isThere = !anew && reason is null && !IndexOpening.IsMissing(_directory);
        try
        {
            if (!isThere)
            {
                IndexOpening.Discard(_directory);
            }

            OpenWriter();
        }
        catch (Exception exception) when (isThere && IsRefusal(exception))
        {
            _logger.IndexNotWritable(exception.Message);
        }

        if (reason is not null)
        {
            _logger.IndexRestarted(reason);
        }

        return reason;
    }

    private void TakeLock()
    {
        try
        {
            _lock ??= WriterLock.Take(_directory);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Whoever opens the writer tries again, and says what is wrong.
        }
    }

    private void OpenWriter()
    {
        _lock ??= WriterLock.Take(_directory);
        _merges = new BackgroundMerges();
        _writer = IndexOpening.OpenWriter(_directory, _merges);
        BeginIfEmpty();
    }

    private static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A new index is committed as it is, so that there is never one that does not say what it is of.</summary>
    private void BeginIfEmpty()
    {
        if (Writer.CommitData.Count == 0)
        {
            _birth = Guid.NewGuid().ToString("N");
            Writer.SetCommitData(CommitData());
            Writer.Commit();
        }

        _birth = Writer.CommitData[IndexFields.BirthKey];
    }

    /// <summary>Reads what the last commit holds.</summary>
    private void Load()
    {
        _files.Clear();
        foreach (var file in _searcher.Files())
        {
            _files[file.Path] = file;
        }
    }

    private Dictionary<string, string> CommitData()
    {
        using var reader = DirectoryReader.Open(Writer, applyAllDeletes: true);
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
            writer ??= Reopen();
            ChangeTogether(change);
        }
        catch (Exception exception)
        {
            // Whatever it was: after a failure Lucene's writer must not be used or disposed of, only rolled back. The next write opens another.
            TakeBack(writer);
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

    private IndexWriter Reopen()
    {
        _gate.EnterWriteLock();
        try
        {
            if (_writer is null)
            {
                OpenWriter();
            }

            return Writer;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private void TakeBack(IndexWriter? failed)
    {
        _gate.EnterWriteLock();
        try
        {
            if (_writer == failed)
            {
                GiveUp();
                Load();
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private void GiveUp()
    {
        var writer = _writer;
        _writer = null;
        try
        {
            writer?.Rollback();
        }
        catch (Exception exception)
        {
            // On a disk that takes nothing, or over damaged files, even this may fail; it is closed all the same.
            _logger.NotRolledBack(exception);
        }
    }
}
