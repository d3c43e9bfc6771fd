using NotesBot.Search.Queries;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Who writes about a thing introduces it where it first comes, and how often a word comes again later says little: passages of one section,
/// or under the heading that was asked for, whose scores are alike come in the order in which their author wrote them, and for a bare term
/// all those of a note whose sections are long.
/// </summary>
internal sealed class WrittenOrder(Scope scope)
{
    /// <summary>So many of the best passages are put in order.</summary>
    private const int Ordered = 10;

    /// <summary>The same passages; those that belong together and are alike as written.</summary>
    internal Ranked Order(Ranked all)
    {
        var ranked = all.Candidates;
        var ordered = ranked.ToList();
        var heading = new AskedHeading(all.Meanings);
        var left = all.IsCode ? [] : Enumerable.Range(0, Math.Min(Ordered, ranked.Count)).ToList();
        while (left.Count > 1)
        {
            var first = ranked[left[0]];
            var least = (1 - (all.IsTerm ? scope.Weights.Order.TieOfTerm : scope.Weights.Order.Tie)) * first.Score;
            var section = SectionOf(first, all.IsTerm);
            var places = left.FindAll(place => ranked[place].Score >= least && BelongTogether(ranked[place], first, section, heading));
            foreach (var (place, candidate) in places.Zip(places.Select(place => ranked[place]).OrderBy(candidate => candidate.Document)))
            {
                ordered[place] = candidate;
                candidate.IsAsWritten = places.Count > 1;
            }

            left.RemoveAll(place => place == left[0] || places.Contains(place));
        }

        return all with { Candidates = ordered };
    }

    private bool BelongTogether(Candidate one, Candidate other, (int First, int End) section, AskedHeading heading) =>
        one.Leaf == other.Leaf && ((one.Document >= section.First && one.Document < section.End)
            || (heading.Holds(one) && heading.Holds(other) && NoteOf(one) == NoteOf(other)));

    /// <summary>The passages of the section of a passage; for a bare term of the whole note, where its sections are long.</summary>
    private (int First, int End) SectionOf(Candidate candidate, bool isTerm)
    {
        var shapes = SegmentShapes.Of(scope.View.Leaves[candidate.Leaf]);
        var note = NoteOf(candidate);
        var sections = Enumerable.Range(note.First, note.End - note.First).Count(document => !shapes[document].Continues);
        return isTerm && note.End - note.First >= scope.Weights.Order.LongSection * sections
            ? note
            : Around(candidate, static (before, shape) => before.Length > 0 && shape.Continues);
    }

    /// <summary>A file is one block of documents, and its record, which has no words, the first of it.</summary>
    private (int First, int End) NoteOf(Candidate candidate) => Around(candidate, static (before, shape) => before.Length > 0 && shape.Length > 0);

    /// <summary>The documents around a passage as far as each goes on with the one before it.</summary>
    private (int First, int End) Around(Candidate candidate, Func<PassageShape, PassageShape, bool> goesOn)
    {
        var leaf = scope.View.Leaves[candidate.Leaf];
        var shapes = SegmentShapes.Of(leaf);
        var (first, end) = (candidate.Document, candidate.Document + 1);
        while (first > 0 && goesOn(shapes[first - 1], shapes[first]))
        {
            first--;
        }

        while (end < leaf.MaxDoc && goesOn(shapes[end - 1], shapes[end]))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>Whether the words of the question stand side by side in the headings of a passage.</summary>
    private sealed class AskedHeading(IReadOnlyList<ScoredMeaning> meanings)
    {
        private readonly List<(int First, int Second)> _pairs = [.. Nearness.Pairs(meanings)];

        internal bool Holds(Candidate candidate) => _pairs.Count > 0 && _pairs.TrueForAll(pair =>
            candidate.Positions[pair.First] is { } firsts && candidate.Positions[pair.Second] is { } seconds
            && firsts.Exists(first => seconds.Exists(second => first < second && second < candidate.Shape.Body
                && second - first <= meanings[pair.Second].Word.Position - meanings[pair.First].Word.Position)));
    }
}
