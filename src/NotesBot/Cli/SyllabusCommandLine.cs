using System.Text.Json;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Cli;

/// <summary><c>syllabus</c>: the courses and weeks, for people or as JSON.</summary>
internal static class SyllabusCommandLine
{
    // A week with more notes than this lists its first ones.
    private const int MaxPassages = 1_000;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings, int? course, int? week, bool json, CancellationToken cancellationToken)
    {
        using var library = await Opening.ForReadingAsync(settings, cancellationToken);
        if (!json)
        {
            return await Ask.PrintAsync(library, "syllabus", [("course", course), ("week", week)], cancellationToken);
        }

        var courses = library.Searcher.Library.Syllabus.Courses
            .Where(item => course is null || item.Number == course)
            .Select(item => ToJson(item, week, library))
            .Where(item => week is null || item.Weeks.Count > 0);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new SyllabusJson([.. courses]) { Outline = OutlineOf(library) }, CliJson.Readable.SyllabusJson));
        return ExitCodes.Done;
    }

    private static List<OutlineJson>? OutlineOf(ILibrary library) => library.Searcher.Library.Syllabus is { Courses.Count: 0 } none
        ? [.. none.Outline.Select(ToJson)]
        : null;

    private static OutlineJson ToJson(OutlineEntry entry) => new(entry.Title, entry.Path, entry.Notes, entry.Passages)
    {
        Inside = entry.IsFolder ? [.. entry.Inside.Select(ToJson)] : null,
    };

    private static CourseJson ToJson(Course course, int? week, ILibrary library)
    {
        var counts = library.Searcher.Library.PassagesByWeek;
        var weeks = course.Weeks
            .Where(item => week is null || item.Number == week)
            .Select(item => ToJson(course, item, library));
        return new CourseJson(course.Number, course.Title, counts.Keys.Any(key => key.Course == course.Number), [.. weeks]);
    }

    private static WeekJson ToJson(Course course, Week week, ILibrary library)
    {
        var passages = library.Searcher.Browse(course.Number, week.Number, MaxPassages);
        var links = passages
            .GroupBy(passage => passage.Path, StringComparer.Ordinal)
            .Select(note => new LinkJson(note.Key, note.First().Title, library.Links.UrlOf(note.First().Place)));
        return new WeekJson(week.Number, week.Title, week.Unit.ToString().ToLowerInvariant(), passages.Count > 0, CountOf(library.Searcher, course, week), [.. links]);
    }

    private static int CountOf(IPassageSearcher searcher, Course course, Week week) =>
        searcher.Library.PassagesByWeek.GetValueOrDefault((course.Number, week.Number));
}
