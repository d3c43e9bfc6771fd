using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands;

/// <summary>A hit as a reply shows it.</summary>
/// <param name="Rank">Position in the list, from 1.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Start">Where the answer begins in its text.</param>
/// <param name="Snippet">What answers; <see langword="null"/> when the hit comes from a button, which knows no query.</param>
internal sealed record ListedHit(int Rank, Passage Passage, int Start, Snippet? Snippet);

/// <summary>The hits of one question, with what it was narrowed to: all that the pages of an answer are made from.</summary>
internal sealed record HitList(IReadOnlyList<ListedHit> Hits)
{
    internal int? Course { get; init; }

    internal int? Week { get; init; }

    /// <summary>How many passages of a button's state are no longer in the notes.</summary>
    internal int Gone { get; init; }

    internal static HitList Of(IReadOnlyList<Hit> hits, int? course, int? week) =>
        new([.. hits.Take(ActionState.MaxPassages).Select((hit, i) => new ListedHit(i + 1, hit.Passage, hit.Snippet.Start, hit.Snippet))])
        {
            Course = course,
            Week = week,
        };

    /// <summary>The hits that a button names, as far as they are still in the notes.</summary>
    internal static HitList Of(ActionState state, IPassageSearcher searcher)
    {
        var found = searcher.Get([.. state.Passages.Select(mark => mark.Id)]);
        var listed = state.Passages.Zip(found).Where(pair => pair.Second is not null)
            .Select((pair, i) => new ListedHit(i + 1, pair.Second!, pair.First.Start, null)).ToList();
        return new HitList(listed) { Course = state.Course, Week = state.Week, Gone = state.Passages.Count - listed.Count };
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

    /// <summary>The hits folded: each note once, at its best hit, with its further hits below.</summary>
    internal IReadOnlyList<IReadOnlyList<ListedHit>> ByNote() =>
        [.. Hits.GroupBy(hit => hit.Passage.Path).Select(group => (IReadOnlyList<ListedHit>)[.. group])];
}
