using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Hits;

/// <summary>A hit as a reply shows it.</summary>
/// <param name="Rank">Position in the list, from 1: its number wherever it is shown.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Start">Where the answer begins in its text: what is shown follows from it.</param>
internal sealed record ListedHit(int Rank, Passage Passage, int Start)
{
    /// <summary>So much of a long sentence stands before the word that was asked for, where all of it has no room.</summary>
    private const int BeforeWord = 30;

    /// <summary>The words of the query in the passage; none when the hit comes from a button, which knows no query.</summary>
    internal IReadOnlyList<TextMark> Marks { get; init; } = [];

    /// <summary>A hit of the search. It begins where it answers, or at a word before what was asked for where that is too far behind.</summary>
    internal static ListedHit Of(Hit hit)
    {
        var (text, answer) = (hit.Passage.Text, hit.Snippet.Answer);
        var end = Math.Min(answer + PassageBlocks.MaxBriefLength - Plain.MaxEnding, text.Length);
        var asked = hit.Snippet.Marks.FirstOrDefault(mark => mark.Start >= answer && mark.Start < hit.Snippet.End);
        var before = Math.Max(answer, (asked?.Start ?? 0) - BeforeWord);
        var start = asked is null || asked.Start + asked.Length <= end ? answer : text.LastIndexOf(' ', before, before - answer) + 1;
        return new ListedHit(0, hit.Passage, Math.Max(start, answer)) { Marks = hit.Snippet.Marks };
    }
}

/// <summary>The hits of one question, with what it was narrowed to: all that the pages of an answer are made from.</summary>
/// <remarks>
/// First come the hits that the pages show, then those folded under another hit of their note, each in the order of the search: so the
/// numbers on the pages have no gaps. A button carries this order alone, and what is folded follows from it again.
/// </remarks>
/// <param name="Hits">All hits, their ranks counted through.</param>
internal sealed record HitList(IReadOnlyList<ListedHit> Hits)
{
    /// <summary>
    /// Most hits of a question: whole pages of them, and few enough that a button names all of them beside a passage that is read, so that
    /// the way back leads to what was there.
    /// </summary>
    internal const int MaxHits = ActionState.MaxPassages - 1;

    /// <summary>So many hits of one note are shown, though other notes have worse ones: a second strong hit is worth its place.</summary>
    private const int MaxOfOneNote = 2;

    /// <summary>So many hits are shown at least, however many are of one note: what fits on a page.</summary>
    private const int MinShown = HitPages.HitsPerPage;

    /// <summary>How many of the hits the pages show; those behind them are folded.</summary>
    internal int Shown { get; private init; } = Hits.Count;

    internal int? Course { get; init; }

    internal int? Week { get; init; }

    /// <summary>How many passages of a button's state are no longer in the notes.</summary>
    internal int Gone { get; init; }

    internal static HitList Of(IReadOnlyList<Hit> hits, int? course, int? week) =>
        Folded(hits.Take(MaxHits).Select(ListedHit.Of)) with
        {
            Course = course,
            Week = week,
        };

    /// <summary>The hits that a button names, as far as they are still in the notes.</summary>
    internal static HitList Of(ActionState state, IPassageSearcher searcher)
    {
        var found = searcher.Get([.. state.Passages.Select(mark => mark.Id)]);
        var listed = state.Passages.Zip(found).Where(pair => pair.Second is not null)
            .Select(pair => new ListedHit(0, pair.Second!, pair.First.Start)).ToList();
        return Folded(listed) with { Course = state.Course, Week = state.Week, Gone = state.Passages.Count - listed.Count };
    }

    /// <summary>A state that names these hits.</summary>
    internal ActionState State(ActionKind kind, int page = 0) => new(kind)
    {
        Page = page,
        Course = InRange(Course),
        Week = InRange(Week),
        Passages = [.. Hits.Select(Mark)],
    };

    internal static PassageMark Mark(ListedHit hit) => new(hit.Passage.Id, Math.Clamp(hit.Start, 0, PassageMark.MaxStart));

    /// <summary>A number of the syllabus if a state can carry it; else <see langword="null"/>.</summary>
    internal static int? InRange(int? number) => number is >= 1 and <= ActionState.MaxNumber ? number : null;

    /// <summary>The hits of a note that no page shows.</summary>
    internal IReadOnlyList<ListedHit> FoldedOf(string path) => [.. Hits.Skip(Shown).Where(hit => hit.Passage.Path == path)];

    private static HitList Folded(IEnumerable<ListedHit> hits)
    {
        var all = hits.Select((hit, i) => hit with { Rank = i + 1 }).ToList();
        var shown = all.GroupBy(hit => hit.Passage.Path).SelectMany(note => note.Take(MaxOfOneNote)).Select(hit => hit.Rank).ToHashSet();
        shown.UnionWith(all.Select(hit => hit.Rank).Where(rank => !shown.Contains(rank)).Take(MinShown - shown.Count).ToList());
        var ordered = all.OrderBy(hit => shown.Contains(hit.Rank) ? 0 : 1).Select((hit, i) => hit with { Rank = i + 1 });
        return new HitList([.. ordered]) { Shown = shown.Count };
    }
}
