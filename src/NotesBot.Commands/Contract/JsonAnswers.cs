using NotesBot.Commands.Find;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Contract;

/// <summary>Answers in the JSON contract. Safe to use from many threads.</summary>
/// <param name="context">What it answers from.</param>
public sealed class JsonAnswers(CommandContext context)
{
    // A week with more notes than this lists its first ones.
    private const int MaxPassages = 1_000;

    private IPassageSearcher Searcher => context.Searcher;

    /// <summary>The passages that answer a question, at most ten; <see langword="null"/> while there is no index that can be read.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="course">Only this course, from 1.</param>
    /// <param name="week">Only this week, from 1.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FindJson?> AskAsync(string query, int? course, int? week, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(new SearchRequest(query, course, week), cancellationToken);
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The same as <see cref="Syllabus"/>; <see langword="null"/> while there is no index that can be read.</summary>
    /// <param name="course">Only this course.</param>
    /// <param name="week">Only this week.</param>
    public SyllabusJson? SyllabusIfReady(int? course, int? week)
    {
        try
        {
            return Syllabus(course, week);
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The passages that answer a question.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    public async Task<FindJson> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = await Searcher.SearchAsync(request, cancellationToken);
        var isConfident = answer.Confidence == Confidence.Answer || answer.Syllabus is not null;
        return new FindJson(answer.Query, isConfident, [.. answer.Hits.Select(ToJson)], Math.Round(answer.Took.TotalMilliseconds, 3))
        {
            SearchedFor = answer.SearchedFor,
            Notice = FindNotice.Of(answer, request, Searcher, locale: null),
        };
    }

    /// <summary>The courses and weeks; none for a course or week that does not exist.</summary>
    /// <param name="course">Only this course.</param>
    /// <param name="week">Only this week.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    public SyllabusJson Syllabus(int? course, int? week)
    {
        var courses = Searcher.Library.Syllabus.Courses
            .Where(item => course is null || item.Number == course)
            .Select(item => ToJson(item, week))
            .Where(item => week is null || item.Weeks.Count > 0);
        return new SyllabusJson([.. courses]) { Outline = Outline() };
    }

    private List<OutlineJson>? Outline() => Searcher.Library.Syllabus is { Courses.Count: 0 } none ? [.. none.Outline.Select(ToJson)] : null;

    private static OutlineJson ToJson(OutlineEntry entry) => new(entry.Title, entry.Path, entry.Notes, entry.Passages)
    {
        Inside = entry.IsFolder ? [.. entry.Inside.Select(ToJson)] : null,
    };

    private CourseJson ToJson(Course course, int? week)
    {
        var hasNotes = Searcher.Library.PassagesByWeek.Keys.Any(key => key.Course == course.Number);
        var weeks = course.Weeks.Where(item => week is null || item.Number == week).Select(item => ToJson(course, item));
        return new CourseJson(course.Number, course.Title, hasNotes, [.. weeks]);
    }

    private WeekJson ToJson(Course course, Week week)
    {
        var links = Searcher.Browse(course.Number, week.Number, MaxPassages)
            .GroupBy(passage => passage.Path, StringComparer.Ordinal)
            .Select(note => new LinkJson(note.Key, note.First().Title, context.UrlOf(note.First().Place)))
            .ToList();
        var passages = Searcher.Library.PassagesByWeek.GetValueOrDefault((course.Number, week.Number));
        return new WeekJson(week.Number, week.Title, week.Unit.ToString().ToLowerInvariant(), links.Count > 0, passages, links);
    }

    private FindResultJson ToJson(Hit hit) => new()
    {
        Path = hit.Passage.Path,
        Heading = hit.Place.Trail.Count == 0 ? null : string.Join(" > ", hit.Place.Trail),
        Course = hit.Passage.Course,
        Week = hit.Passage.Week,
        Page = hit.Place.At.Page,
        Cell = hit.Place.At.Cell,
        Line = hit.Place.At.Line,
        EndLine = hit.Place.At.EndLine,
        Kind = hit.Passage.Kind.ToString().ToLowerInvariant(),
        Text = hit.Passage.Text,
        Snippet = hit.Snippet.Text,
        Url = context.UrlOf(hit.Place),
        Passage = new PassageJson(hit.Passage.Page, hit.Passage.Cell, hit.Passage.Line, hit.Passage.EndLine),
        Score = Math.Round(hit.Score, 4),
        Explanation = hit.Explanation.Count == 0 ? null : hit.Explanation,
    };
}
