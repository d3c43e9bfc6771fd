using NotesBot.Commands.Asking;
using NotesBot.Commands.Hits;
using NotesBot.Commands.Syllabi;
using NotesBot.Commands.Wording;
using NotesBot.Search;

namespace NotesBot.Commands.Find;

/// <summary>Makes the reply to a question: the passages that answer, or an honest "not in the notes" with what is near.</summary>
internal sealed class FindAnswer(CommandContext context)
{
    private const int MaxEchoLength = 100;
    private const int MaxNearHeadings = 3;
    private const int NearMisses = 3;

    private readonly HitPages _pages = new(context);
    private readonly PassageBlocks _passages = new(context);
    private readonly SyllabusPages _syllabus = new(context);

    /// <summary>Asks the notes.</summary>
    internal async Task<IReadOnlyList<ReplyBlock>> AskAsync(SearchRequest request, Audience audience, CancellationToken cancellationToken)
    {
        var query = Plain.CutHard(request.Query.Trim(), Options.MaxQueryLength);
        var answer = await context.Searcher.SearchAsync(request with { Query = query, Top = HitList.MaxHits }, cancellationToken);
        return Special(answer, audience) ?? await SubjectAsync(request, answer, audience, cancellationToken);
    }

    /// <summary>What was asked, small, where others see the answer and not the question.</summary>
    private static IEnumerable<ReplyBlock> Question(string query, Audience audience) =>
        audience.IsPrivate == false ? [new TextBlock(Echo(query), Subtle: true)] : [];

    /// <summary>The reply to what asks for no subject: a greeting, the courses, a course or week; else <see langword="null"/>.</summary>
    private IReadOnlyList<ReplyBlock>? Special(SearchAnswer answer, Audience audience)
    {
        var lookup = new SyllabusLookup(context.Searcher.Library);
        return answer switch
        {
            { Asked: Asked.Nothing } => [new TextBlock(FindNotice.AskLikeThis(context.Searcher, audience.Texts))],
            { Asked: Asked.Courses } => _syllabus.Overview(lookup, null, audience),
            { Asked: Asked.Place, Syllabus: { Week: { } week } match } => _syllabus.Week(lookup, match.Course, week, audience),
            { Asked: Asked.Place, Syllabus: { } match } => _syllabus.Course(lookup, match.Course, audience),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<ReplyBlock>> SubjectAsync(
        SearchRequest request, SearchAnswer answer, Audience audience, CancellationToken cancellationToken)
    {
        var list = HitList.Of(answer.Hits, answer.Course ?? request.Course, answer.Week ?? request.Week);
        if (answer is { Confidence: Confidence.None, Syllabus: null } && (list.Course ?? list.Week) is not null
            && await ElsewhereAsync(answer.Query, list, audience, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        IReadOnlyList<ReplyBlock> opening = [.. Spelling(answer, audience.Texts), .. SyllabusFact(answer, audience)];
        return answer switch
        {
            { Syllabus.HasNotes: false } or { Confidence: Confidence.None, Syllabus: not null } =>
                [.. opening, .. Near(answer, list, audience)],
            { Confidence: Confidence.None } or { Hits: [], Syllabus: null } =>
                [NotFound(answer, list, audience), .. opening, .. Near(answer, list, audience)],
            { Confidence: Confidence.Closest, Syllabus: null } =>
                [.. Question(answer.Query, audience), .. opening, new TextBlock(audience.Texts.Closest), .. _pages.Page(list, 0, audience)],
            _ => [.. Question(answer.Query, audience), .. opening, .. _pages.Page(list, 0, audience)],
        };
    }

    /// <summary>Where else the notes answer what a course or week does not, and the way there; <see langword="null"/> when they do nowhere.</summary>
    private async Task<IReadOnlyList<ReplyBlock>?> ElsewhereAsync(string query, HitList within, Audience audience, CancellationToken cancellationToken)
    {
        var answer = await context.Searcher.SearchAsync(new SearchRequest(query, Top: HitList.MaxHits), cancellationToken);
        if (answer is not { Confidence: Confidence.Answer, Hits: [var first, ..] })
        {
            return null;
        }

        var (texts, syllabus) = (audience.Texts, context.Searcher.Library.Syllabus);
        var place = texts.Within(syllabus, first.Passage.Course, first.Passage.Week) ?? Plain.OneLine(first.Passage.Title);
        var found = HitList.Of(answer.Hits, null, null);
        return
        [
            new TextBlock(texts.NotHereButIn(Echo(query), texts.Within(syllabus, within.Course, within.Week), Echo(place))),
            .. HitPages.Row(
            [
                new ActionButton(texts.ShowElsewhere, found.State(ActionKind.FindPage)),
                HitPages.AskAgainButton(texts.FormTitle, within.Course, within.Week),
                .. DeleteButton(audience),
            ]),
        ];
    }

    private static IEnumerable<ReplyBlock> Spelling(SearchAnswer answer, Texts texts) => answer.SearchedFor is { } corrected
        ? [new TextBlock(texts.SearchedFor(Echo(corrected), Echo(answer.Query)), Subtle: true)]
        : [];

    private static IEnumerable<ReplyBlock> SyllabusFact(SearchAnswer answer, Audience audience)
    {
        if (answer.Syllabus is not { } match)
        {
            return [];
        }

        var texts = audience.Texts;
        return
        [
            new TextBlock(SyllabusSentence.Of(match, texts)),
            .. SyllabusPages.WayTo(match.Course, match.Week, match.HasNotes, texts),
        ];
    }

    private TextBlock NotFound(SearchAnswer answer, HitList list, Audience audience) =>
        new(audience.Texts.NotInNotes(Echo(answer.Query), audience.Texts.Within(context.Searcher.Library.Syllabus, list.Course, list.Week)));

    /// <summary>The nearest misses, shown short, or, without any to show, headings that are close; and the way to ask again.</summary>
    private IReadOnlyList<ReplyBlock> Near(SearchAnswer answer, HitList list, Audience audience)
    {
        var texts = audience.Texts;
        var misses = HitList.Of([.. answer.Hits.Where(hit => hit.IsTelling && !IsListing(hit, answer.Syllabus)).Take(NearMisses)], list.Course, list.Week);
        var headings = misses.Hits.Count > 0
            ? []
            : answer.Near.Take(MaxNearHeadings).Select(heading => new ListItem(Echo(heading))).ToList();
        return
        [
            .. headings.Count == 0 ? [] : (IEnumerable<ReplyBlock>)[new TextBlock(texts.NearHeadings), new ListBlock(headings)],
            .. misses.Hits.Count == 0 ? [] : (IEnumerable<ReplyBlock>)[new TextBlock(texts.NearMisses)],
            .. misses.Hits.Select(hit => _passages.InBrief(hit, texts)),
            .. HitPages.ChooseOne(misses, misses.Hits, texts, context.Searcher.Library.Syllabus),
            .. HitPages.Row([HitPages.AskAgainButton(texts.FormTitle, list.Course, list.Week), .. DeleteButton(audience)]),
        ];
    }

    /// <summary>Whether a passage only lists the topic that the syllabus names: that was said.</summary>
    private static bool IsListing(Hit hit, SyllabusMatch? match) =>
        (match?.Week is { } week ? week.Title : match?.Course.Title) is { } title
        && hit.Passage.Text.Contains(title, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ReplyButton> DeleteButton(Audience audience) =>
        audience.IsPrivate == true ? [] : audience.OwnButtons(new ActionState(ActionKind.Delete));

    private static string Echo(string text) => Plain.Cut(Plain.OneLine(text), MaxEchoLength);
}
