using NotesBot.Search.Queries;

namespace NotesBot.Search.Answers;

/// <summary>The answer to a question that may name a course or a week in words, or ask which courses there are.</summary>
internal sealed class PlaceAnswer(LibraryState library)
{
    /// <param name="query">What was read of the question.</param>
    /// <param name="request">The question.</param>
    /// <param name="answer">Asks the notes.</param>
    internal SearchAnswer Of(SearchQuery query, SearchRequest request, Func<SearchRequest, SearchAnswer> answer)
    {
        var asItIs = answer(request);
        if (AskedPlace.AsksCourses(query) && library.Syllabus.Courses.Count > 0)
        {
            return asItIs with { Confidence = Confidence.Answer, Asked = Asked.Courses };
        }

        return (request.Course ?? request.Week) is null && AskedPlace.Of(request.Query, library.Syllabus) is { } place
            ? Within(place, request, asItIs, answer)
            : asItIs;
    }

    private SearchAnswer Within(AskedPlace place, SearchRequest request, SearchAnswer asItIs, Func<SearchRequest, SearchAnswer> answer)
    {
        if (place.IsAll)
        {
            return MatchOf(place) is { } match
                ? asItIs with { Confidence = Confidence.Answer, Syllabus = match, Asked = Asked.Place }
                : asItIs;
        }

        var within = answer(request with { Query = place.Rest, Course = place.Course, Week = place.Week });
        return within.Confidence == Confidence.Answer
            ? within with { Query = request.Query, Course = place.Course, Week = place.Week }
            : asItIs;
    }

    /// <summary>The line of the syllabus; of a week that several courses have, none.</summary>
    private SyllabusMatch? MatchOf(AskedPlace place)
    {
        var courses = library.Syllabus.Courses.Where(course => place.Course is null || course.Number == place.Course).ToList();
        var found = courses.FindAll(course => place.Week is null || course.Weeks.Any(week => week.Number == place.Week));
        return found is [var only]
            ? new SyllabusMatch(only, only.Weeks.FirstOrDefault(week => week.Number == place.Week), HasNotes(only.Number, place.Week))
            : null;
    }

    private bool HasNotes(int course, int? week) =>
        library.PassagesByWeek.Any(pair => pair.Key.Course == course && (week is null || pair.Key.Week == week) && pair.Value > 0);
}
