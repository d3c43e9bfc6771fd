using NotesBot.Commands.Asking;
using NotesBot.Commands.Wording;
using NotesBot.Search;

namespace NotesBot.Commands.Find;

/// <summary>What is said of a question besides its hits, in one sentence.</summary>
internal static class FindNotice
{
    /// <summary>
    /// That a course or week does not exist, what to ask when nothing was asked, or that the syllabus has it; else <see langword="null"/>.
    /// </summary>
    /// <param name="answer">What the notes say.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="searcher">The notes.</param>
    /// <param name="locale">Language (<c>en-US</c>, <c>de</c>); English where it is unknown.</param>
    internal static string? Of(SearchAnswer answer, SearchRequest request, IPassageSearcher searcher, string? locale)
    {
        var texts = Texts.For(locale);
        var lookup = new SyllabusLookup(searcher.Library);
        return answer switch
        {
            { Asked: Asked.Nothing } => AskLikeThis(searcher, texts),
            { Asked: Asked.Courses } => texts.CoursesWithNotes(lookup.Courses.Count(lookup.HasNotes), lookup.Courses.Count),
            { Syllabus: { } match } => SyllabusSentence.Of(match, texts),
            _ => lookup.Objection(request.Course, request.Week, texts),
        };
    }

    /// <summary>What to ask, with two examples out of the notes.</summary>
    internal static string AskLikeThis(IPassageSearcher searcher, Texts texts)
    {
        var examples = searcher.Suggest(new SuggestRequest("", null, null, Examples)).Select(suggestion => Plain.Cut(Plain.OneLine(suggestion.Text), MaxExample));
        return texts.AskLikeThis([.. examples]);
    }

    private const int Examples = 2;
    private const int MaxExample = 60;
}
