using System.Collections.Concurrent;
using System.Diagnostics;
using NotesBot.Notes;
using NotesBot.Notes.Syllabi;
using NotesBot.Search;

namespace NotesBot.Indexing;

/// <summary>Brings the index to what the notes folder holds now: reads what changed, drops what is gone, and commits once.</summary>
internal sealed class NotesIndexer(NotesFolder folder, NotesOptions options, PassageIndexWriter index, TimeProvider time)
{
    // A file that was written within this time before the last look may have changed again under the same time stamp.
    private static readonly TimeSpan ClockResolution = TimeSpan.FromSeconds(2);

    /// <summary>One look through the folder. Not to be called twice at once.</summary>
    /// <param name="everything">Whether files that did not change are read, too.</param>
    /// <param name="progress">Hears of each file.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="NotesUnavailableException">The folder is not there (a lost mount): the index stays as it is.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: what was read until then is committed, as an index that is not complete.</exception>
    public async Task<RefreshSummary> RefreshAsync(
        bool everything, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var looked = time.GetUtcNow();
        var listing = folder.List(cancellationToken);
        if (listing.Faults.FirstOrDefault(fault => fault.Path == ".") is { } fault)
        {
            throw new NotesUnavailableException($"The notes folder {options.Path} cannot be looked through: {fault.Reason}");
        }

        var stale = listing.Files.Where(file => everything || IsStale(file)).ToList();
        var present = listing.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var gone = index.Files.Keys.Where(path => !present.Contains(path)).ToList();
        foreach (var path in gone)
        {
            index.Remove(path);
        }

        try
        {
            var syllabus = await ReadAsync(stale, listing.Files, progress, cancellationToken);
            Commit(listing, syllabus, looked);
        }
        catch (OperationCanceledException)
        {
            var before = index.Searcher.Library;
            Commit(listing, before.Syllabus, before.Refreshed);
            throw;
        }

        return new RefreshSummary(stale.Count, gone.Count, listing, FaultsOf(listing), watch.Elapsed);
    }

    private bool IsStale(NoteFile file) =>
        !index.Files.TryGetValue(file.Path, out var known)
        || known.Size != file.Size
        || known.Modified != file.Modified
        || known.Modified + ClockResolution > index.Searcher.Library.Refreshed;

    private async Task<Syllabus> ReadAsync(
        List<NoteFile> stale, IReadOnlyList<NoteFile> all, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var outlines = KnownOutlines(all);
        var early = stale.Where(MayHoldSyllabus).Select(file => folder.Read(file, cancellationToken)).ToList();
        early.ForEach(reading => outlines[reading.File.Path] = reading.Outline);
        var map = SyllabusMap.Build([.. outlines.Values], options);
        early.ForEach(reading => Write(reading, map));
        var done = early.Count;
        await Parallel.ForEachAsync(stale.Except(early.Select(reading => reading.File)), cancellationToken, (file, token) =>
        {
            var reading = folder.Read(file, token);
            outlines[file.Path] = reading.Outline;
            Write(reading, map);
            progress?.Report(new IndexProgress(Interlocked.Increment(ref done), stale.Count));
            return ValueTask.CompletedTask;
        });
        return PlaceAnew([.. outlines.Values], all, cancellationToken);
    }

    /// <summary>What is read first, so that most files get their course and week at the first reading.</summary>
    private static bool MayHoldSyllabus(NoteFile file) =>
        !file.Path.Contains('/') || Path.GetFileName(file.Path).Contains("syllabus", StringComparison.OrdinalIgnoreCase);

    private ConcurrentDictionary<string, FileOutline> KnownOutlines(IReadOnlyList<NoteFile> all)
    {
        var outlines = new ConcurrentDictionary<string, FileOutline>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            outlines[file.Path] = index.Files.TryGetValue(file.Path, out var known)
                ? FileOutline.Parse(known.Outline)
                : new FileOutline(file.Path, Path.GetFileNameWithoutExtension(file.Path), []);
        }

        return outlines;
    }

    /// <summary>Now that every file is known: a file whose course or week turned out otherwise is read once more.</summary>
    private Syllabus PlaceAnew(IReadOnlyCollection<FileOutline> outlines, IReadOnlyList<NoteFile> all, CancellationToken cancellationToken)
    {
        var map = SyllabusMap.Build(outlines, options);
        var moved = all.Where(file => index.Files.TryGetValue(file.Path, out var known)
            && map.PlaceOf(file.Path) != new CoursePlace(known.Course, known.Week));
        Parallel.ForEach(moved.ToList(), file => Write(folder.Read(file, cancellationToken), map));
        return map.Syllabus;
    }

    private void Write(FileReading reading, SyllabusMap map)
    {
        var place = map.PlaceOf(reading.File.Path);
        var record = new IndexedFile(
            reading.File.Path, reading.File.Size, reading.File.Modified, reading.Hash, reading.Outline.Serialize(), reading.Fault, place.Course, place.Week);
        index.Replace(record, map.Place(reading.Passages, reading.File.Path));
    }

    private void Commit(FolderListing listing, Syllabus syllabus, DateTimeOffset looked) =>
        index.Commit(new LibraryFacts(syllabus, looked, [.. FaultsOf(listing).Where(fault => !fault.IsPartial)], listing.Skipped));

    private List<FileFault> FaultsOf(FolderListing listing) =>
        [.. listing.Faults, .. index.Files.Values.Select(file => file.Fault).OfType<FileFault>().OrderBy(fault => fault.Path, StringComparer.Ordinal)];
}

/// <summary>How far a refresh is.</summary>
/// <param name="Done">Files read.</param>
/// <param name="Total">Files to read.</param>
internal readonly record struct IndexProgress(int Done, int Total);

/// <summary>What a refresh did.</summary>
/// <param name="Read">Files that were new or changed.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="Listing">What the folder holds.</param>
/// <param name="Faults">Files that could not be read.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record RefreshSummary(
    int Read, int Removed, FolderListing Listing, IReadOnlyList<FileFault> Faults, TimeSpan Elapsed);

/// <summary>The notes cannot be looked through at all.</summary>
/// <param name="message">A sentence for people.</param>
internal sealed class NotesUnavailableException(string message) : Exception(message);
