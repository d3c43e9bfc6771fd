using System.Diagnostics;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Notes.Syllabi;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>Brings the index to what the notes are now: reads what changed, drops what is gone, and commits once.</summary>
internal sealed class NotesIndexer(INotesSource source, NotesOptions options, PassageIndexWriter index, LibraryTools tools)
{
    // A file that was written so shortly before it was read may be written again under the same time stamp: it is read once more.
    private static readonly TimeSpan ClockResolution = TimeSpan.FromSeconds(2);
    private readonly LibraryOutlines _outlines = new(options);

    /// <summary>One look through the notes. Not to be called twice at once.</summary>
    /// <param name="newest">Whether a remote is asked first.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotesUnavailableException">They are not there (a lost mount): the index stays as it is.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: of a first reading what was read is kept, of a later one nothing.</exception>
    public async Task<RefreshSummary> RefreshAsync(bool newest, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        using var notes = await source.OpenAsync(newest, cancellationToken);
        return await RefreshAsync(notes, progress, cancellationToken);
    }

    private async Task<RefreshSummary> RefreshAsync(NotesSnapshot notes, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var looked = tools.Time.GetUtcNow();
        var listing = notes.Folder.List(cancellationToken);
        var absence = new Absence(options, listing, notes.Version is not null);
        if (absence.OfAll(index.Files.Count) is { } reason)
        {
            KeepAll(reason);
            throw new NotesUnavailableException(reason);
        }

        index.ReloadWords();
        var stale = listing.Files.Where(IsStale).ToList();
        var present = listing.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var missing = index.Files.Keys.Where(path => !present.Contains(path)).ToLookup(absence.Hides);
        var gone = missing[false].ToList();
        gone.ForEach(index.Remove);
        _outlines.Follow([.. present, .. missing[true]], index.Files);
        try
        {
            await ReadAsync(notes.Folder, stale, listing.Files, progress, cancellationToken);
            Commit(listing, LibraryFacts.None with { Syllabus = _outlines.Map.Syllabus, Refreshed = looked, Version = notes.Version });
        }
        catch (OperationCanceledException) when (!index.Searcher.IsComplete())
        {
            // Nobody answers from a first index that is not whole, so what is read may be kept. Later, half of a batch may not.
            Commit(listing, LibraryFacts.None);
            throw;
        }

        return new RefreshSummary(stale.Count, gone.Count, listing, FaultsOf(listing), watch.Elapsed) { NotNewest = notes.Fault, LeftOut = _outlines.LeftOut };
    }

    /// <summary>The last good passages stay, and the facts say why: people who ask for the state of the notes see it.</summary>
    private void KeepAll(string reason)
    {
        var known = index.Searcher.Library;
        var fault = new FileFault(Absence.Everything, reason);
        if (index.Searcher.IsComplete() && !known.Faults.Contains(fault))
        {
            var others = known.Faults.Where(other => other.Path != Absence.Everything);
            index.Commit(new LibraryFacts(known.Syllabus, known.Refreshed, [fault, .. others], known.Skipped) { Version = known.Version });
        }
    }

    private bool IsStale(NoteFile file) => !index.Files.TryGetValue(file.Path, out var known)
        || (file.Blob is { } blob ? known.Hash != blob : known.Size != file.Size || known.Modified != file.Modified);

    private async Task ReadAsync(
        NotesFolder folder, List<NoteFile> stale, IReadOnlyList<NoteFile> all, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await using var processes = tools.Readers();
        var early = new List<FileReading>();
        foreach (var file in stale.Where(MayHoldSyllabus))
        {
            early.Add(await ReadAsync(folder, file, processes, cancellationToken));
        }

        var map = _outlines.Map;
        early.ForEach(reading => Write(reading, map));
        var done = early.Count;
        await Parallel.ForEachAsync(stale.Where(file => !MayHoldSyllabus(file)), cancellationToken, async (file, token) =>
        {
            Write(await ReadAsync(folder, file, processes, token), map);
            progress?.Report(new IndexProgress(Interlocked.Increment(ref done), stale.Count));
        });
        await PlaceAnewAsync(map, all, file => ReadAsync(folder, file, processes, cancellationToken), cancellationToken);
    }

    /// <summary>What is read first, so that most files get their course and week at the first reading.</summary>
    private static bool MayHoldSyllabus(NoteFile file) =>
        !file.Path.Contains('/') || Path.GetFileName(file.Path).Contains("syllabus", StringComparison.OrdinalIgnoreCase);

    private async Task<FileReading> ReadAsync(NotesFolder folder, NoteFile file, IReaderProcess processes, CancellationToken cancellationToken)
    {
        var reading = await folder.ReadAsync(file, processes, cancellationToken);
        if (reading.IsOutOfReach && index.Files.TryGetValue(file.Path, out var known))
        {
            return reading with { Outline = FileOutline.Parse(known.Outline) };
        }

        _outlines.Put(file.Path, reading.Outline.Serialize());
        return reading;
    }

    /// <summary>Now that every file is known: a file whose course or week turned out otherwise is read once more.</summary>
    private async Task PlaceAnewAsync(
        SyllabusMap used, IReadOnlyList<NoteFile> all, Func<NoteFile, Task<FileReading>> read, CancellationToken cancellationToken)
    {
        var map = _outlines.Map;
        if (map != used)
        {
            var moved = all.Where(file => index.Files.TryGetValue(file.Path, out var known)
                && map.PlaceOf(file.Path) != new CoursePlace(known.Course, known.Week));
            await Parallel.ForEachAsync(moved.ToList(), cancellationToken, async (file, _) => Write(await read(file), map));
        }
    }

    private void Write(FileReading reading, SyllabusMap map)
    {
        var place = map.PlaceOf(reading.File.Path);
        var (path, size, modified) = reading.File;
        var isSettled = reading.File.Blob is not null || (!reading.IsOutOfReach && modified <= tools.Time.GetUtcNow() - ClockResolution);
        var known = isSettled ? modified : DateTimeOffset.MinValue;
        var record = new IndexedFile(
            path, size, known, reading.Hash, reading.Outline.Serialize(), reading.Fault, place.Course, place.Week);
        var passages = reading.IsOutOfReach ? index.Searcher.Read(path, 0, int.MaxValue) : reading.Passages;
        index.Replace(record, map.Place(passages, path));
    }

    private void Commit(FolderListing listing, LibraryFacts facts) =>
        index.Commit(facts with { Faults = [.. FaultsOf(listing).Where(fault => !fault.IsPartial)], Skipped = listing.Skipped });

    private List<FileFault> FaultsOf(FolderListing listing) =>
    [
        .. listing.Faults,
        .. index.Files.Values.Select(file => file.Fault).OfType<FileFault>().OrderBy(fault => fault.Path, StringComparer.Ordinal),
    ];
}

/// <summary>How far a refresh is.</summary>
/// <param name="Done">Files read.</param>
/// <param name="Total">Files to read.</param>
public readonly record struct IndexProgress(int Done, int Total);

/// <summary>What a refresh did.</summary>
/// <param name="Read">Files that were new or changed.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="Listing">What the folder holds.</param>
/// <param name="Faults">Files that could not be read.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record RefreshSummary(
    int Read, int Removed, FolderListing Listing, IReadOnlyList<FileFault> Faults, TimeSpan Elapsed)
{
    /// <summary>What readers left out of all files on purpose, a kind as often as files have it; counted when it is asked for.</summary>
    public IEnumerable<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Why these are not the newest notes, a sentence; <see langword="null"/> when they are.</summary>
    public string? NotNewest { get; init; }
}
