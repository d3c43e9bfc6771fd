using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Notes;
using NotesBot.Notes.Links;
using NotesBot.Notes.Sources;
using NotesBot.Notes.Syllabi;
using NotesBot.Reading;
using NotesBot.Terminal;

namespace NotesBot.Doctor;

/// <summary>Whether the notes can be read, and what in them a reader would miss. Reads all of them.</summary>
internal sealed class NotesDiagnosis(Settings settings)
{
    /// <summary>So many of one kind are named; of the rest, how many.</summary>
    private const int MostNamed = 20;

    /// <summary>What lies in the notes folder; <see langword="null"/> until it was looked through.</summary>
    public FolderListing? Listing { get; private set; }

    /// <summary>Looks through the notes. A repository is fetched into a folder of its own, which is deleted afterwards.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("notesbot-doctor-");
        try
        {
            var (snapshot, fault) = await OpenAsync(Path.Combine(work.FullName, "clone"), cancellationToken);
            using (snapshot)
            {
                foreach (var finding in snapshot is null ? [Finding.Fault("notes", fault)] : await ExamineAsync(snapshot, cancellationToken))
                {
                    yield return finding with { Sentence = Printable.OneLine(finding.Sentence) };
                }
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<(NotesSnapshot? Snapshot, string Fault)> OpenAsync(string clone, CancellationToken cancellationToken)
    {
        try
        {
            var source = NotesSource.Of(settings.Notes, clone, TimeProvider.System, NullLoggerFactory.Instance);
            return (await source.OpenAsync(newest: true, cancellationToken), "");
        }
        catch (NotesUnavailableException exception)
        {
            return (null, exception.Message);
        }
    }

    private async Task<IEnumerable<Finding>> ExamineAsync(NotesSnapshot snapshot, CancellationToken cancellationToken)
    {
        var listing = snapshot.Folder.List(cancellationToken);
        if (listing.Faults.FirstOrDefault(fault => fault.Path == ".") is { } unreadable)
        {
            return
            [
                Finding.Fault("notes", $"The notes folder {settings.Notes.Path} cannot be looked through: {unreadable.Reason} "
                    + "Name yours with --notes DIR or Notes__Path."),
            ];
        }

        Listing = listing;
        var readings = await ReadAsync(snapshot.Folder, cancellationToken);
        var links = listing.Files.SelectMany(file => snapshot.Folder.BrokenLinksOf(file, listing, cancellationToken)).ToList();
        return
        [
            OfAll(readings),
            .. Named("files", [.. listing.Faults, .. readings.Select(reading => reading.Fault).OfType<FileFault>()], OfFile),
            .. OfLeftOut(readings),
            .. OfSyllabus(readings),
            .. Named("links", links, OfLink),
            OfPlaces(snapshot, readings),
        ];
    }

    private async Task<List<FileReading>> ReadAsync(NotesFolder folder, CancellationToken cancellationToken)
    {
        await using var processes = new ReaderProcesses(TimeProvider.System);
        var readings = new List<FileReading>();
        foreach (var file in Listing!.Files)
        {
            readings.Add(await folder.ReadAsync(file, processes, cancellationToken));
        }

        return readings;
    }

    private Finding OfAll(List<FileReading> readings)
    {
        var passages = readings.Sum(reading => reading.Passages.Count);
        return passages == 0
            ? Finding.Fault("notes", $"There is nothing to answer from in {settings.Notes.Path}: no file of it is a note with text "
                + "(Markdown, notebook, PDF, HTML or plain text).")
            : Finding.Fine("notes", string.Create(
                CultureInfo.InvariantCulture, $"{passages} passages of {readings.Count(reading => reading.Passages.Count > 0)} notes."));
    }

    private IEnumerable<Finding> OfLeftOut(List<FileReading> readings)
    {
        var report = new LeftOutReport(Listing!, readings.SelectMany(reading => reading.Outline.LeftOut));
        var said = report.Sentences().Select(sentence => Finding.Fine("left out", sentence));
        return report.Unreadable is { } unreadable ? said.Append(Finding.Warning("left out", unreadable)) : said;
    }

    private static Finding OfFile(FileFault fault) => fault.IsPartial
        ? Finding.Fine("files", $"{fault.Path} was read in part: {fault.Reason}")
        : Finding.Warning("files", $"{fault.Path} was not read: {fault.Reason}");

    private static Finding OfLink(BrokenLink link) => Finding.Warning("links", string.Create(
        CultureInfo.InvariantCulture,
        $"{link.Path}{(link.Line is { } line ? $", line {line}" : "")}: the {(link.IsPicture ? "picture" : "link")} {link.Target} leads to nothing: "
        + $"correct it, or add the file."));

    private IEnumerable<Finding> OfSyllabus(List<FileReading> readings)
    {
        var map = SyllabusMap.Build([.. readings.Select(reading => reading.Outline)], settings.Notes);
        var held = readings.SelectMany(reading => map.Place(reading.Passages, reading.File.Path))
            .Select(passage => (passage.Course, passage.Week)).ToHashSet();
        if (map.Syllabus.Courses.Count == 0)
        {
            yield return Finding.Fine("syllabus", "The notes list no courses or weeks, so /syllabus shows their folders: see docs/notes.md.");
            yield break;
        }

        var without = map.Syllabus.Courses.SelectMany(course => Without(course, held)).ToList();
        yield return without.Count == 0
            ? Finding.Fine("syllabus", "Every course and week of the syllabus has notes.")
            : Finding.Warning("syllabus", $"Listed without notes: {string.Join(", ", without)}. Where there are some, name their folders or "
                + "headings as docs/notes.md says.");
    }

    private static IEnumerable<string> Without(Course course, HashSet<(int? Course, int? Week)> held)
    {
        if (!held.Any(place => place.Course == course.Number))
        {
            return [$"Course {course.Number}"];
        }

        return course.Weeks.Where(week => !held.Contains((course.Number, week.Number))).Select(week => $"Course {course.Number} {week.Unit} {week.Number}");
    }

    private Finding OfPlaces(NotesSnapshot snapshot, List<FileReading> readings)
    {
        using var links = new NoteLinks(settings.Notes, () => snapshot.Version);
        return readings.SelectMany(reading => reading.Passages).FirstOrDefault() is { } passage && links.UrlOf(passage.Place) is { } url
            ? Finding.Fine("places", $"Passages link to their place, as {url}")
            : Finding.Warning("places", "Passages link to nothing, since the notes are in no checkout of a known host: set Notes__UrlTemplate, "
                + "or live with paths and lines.");
    }

    private static IEnumerable<Finding> Named<T>(string check, List<T> all, Func<T, Finding> name)
    {
        var named = all.Take(MostNamed).Select(name);
        return all.Count <= MostNamed ? named : named.Append(Finding.Warning(check, $"And {all.Count - MostNamed} more like these."));
    }
}
