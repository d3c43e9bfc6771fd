using System.Globalization;
using System.Text.RegularExpressions;
using NotesBot.Notes;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>A course or a week that a question names in words: "error analysis course 1 week 2", "what is in week 3".</summary>
/// <param name="Course">Its number; <see langword="null"/> where only a week is named.</param>
/// <param name="Week">Its number; <see langword="null"/> where only a course is named.</param>
/// <param name="Rest">The question without it.</param>
internal sealed partial record AskedPlace(int? Course, int? Week, string Rest)
{
    private const string Numbers = @"\W{0,2}(\d{1,3})\b";
    private const string Before = @"(?:\b(?:in|of|from|im|in der|aus|von|du|de|del|dans|en)\s+)?";

    /// <summary>Whether nothing is asked but the place.</summary>
    internal bool IsAll => QueryParser.Parse(Rest) is var rest
        && rest.Words.All(word => StopWords.Contains(word.Term) || IdleWords.IsCourtesy(word.Term) || IdleWords.NamesPlace(word.Term));

    /// <summary>The place that a question names and the syllabus has; else <see langword="null"/>.</summary>
    internal static AskedPlace? Of(string query, Syllabus syllabus)
    {
        var (course, week) = (Named(CourseWords(), query), Named(WeekWords(), query));
        var found = syllabus.Courses.Where(one => course is null || one.Number == course).ToList();
        var exists = (course ?? week) is not null && found.Exists(one => week is null || one.Weeks.Any(other => other.Number == week));
        return exists ? new AskedPlace(course, week, WeekWords().Replace(CourseWords().Replace(query, " "), " ").Trim()) : null;
    }

    /// <summary>Whether a question asks which courses there are.</summary>
    internal static bool AsksCourses(SearchQuery query) => query.Phrases.Count == 0
        && query.Words.Any(word => IdleWords.NamesCourses(word.Term)) && query.Words.Count > 1
        && query.Words.All(word => IdleWords.NamesCourses(word.Term) || StopWords.Contains(word.Term) || IdleWords.Lists(word.Term));

    private static int? Named(Regex words, string query) =>
        words.Match(query) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(Before + @"\b(?:course|kurs|curso|cours)" + Numbers, RegexOptions.IgnoreCase)]
    private static partial Regex CourseWords();

    [GeneratedRegex(Before + @"\b(?:week|lecture|module|woche|vorlesung|modul|semana|semaine)" + Numbers, RegexOptions.IgnoreCase)]
    private static partial Regex WeekWords();
}
