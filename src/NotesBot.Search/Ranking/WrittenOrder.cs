using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Passages under the heading that was asked for have nearly the same claim to be first: how often a word comes again in one of them says
/// little, so that they come in the order in which their author wrote them.
/// </summary>
internal sealed class WrittenOrder(Scope scope)
{
    /// <summary>So many of the best passages are put in order.</summary>
    private const int Ordered = 10;

    /// <summary>The same passages; those of one file whose headings hold the query side by side, and whose scores are alike, as written.</summary>
    internal Ranked Order(Ranked all)
    {
        List<(int First, int Second)> pairs = [.. Nearness.Pairs(all.Meanings)];
        if (pairs.Count == 0)
        {
            return all;
        }

        var ranked = all.Candidates;
        var ordered = ranked.ToList();
        var under = Enumerable.Range(0, Math.Min(Ordered, ranked.Count)).Where(place => IsUnderHeading(ranked[place], pairs, all.Meanings)).ToList();
        while (under.Count > 1)
        {
            var first = ranked[under[0]];
            var places = under.FindAll(place => ranked[place].Score >= (1 - scope.Weights.Order.Tie) * first.Score && IsSameFile(ranked[place], first));
            foreach (var (place, candidate) in places.Zip(places.Select(place => ranked[place]).OrderBy(candidate => candidate.Document)))
            {
                ordered[place] = candidate;
                candidate.IsAsWritten = places.Count > 1;
            }

            under.RemoveAll(places.Contains);
        }

        return all with { Candidates = ordered };
    }

    private static bool IsUnderHeading(Candidate candidate, List<(int First, int Second)> pairs, IReadOnlyList<ScoredMeaning> meanings) =>
        pairs.TrueForAll(pair => candidate.Positions[pair.First] is { } firsts && candidate.Positions[pair.Second] is { } seconds
            && firsts.Exists(first => seconds.Exists(second => first < second && second < candidate.Shape.Body
                && second - first <= meanings[pair.Second].Word.Position - meanings[pair.First].Word.Position)));

    /// <summary>A file is one block of documents, and its record, which has no words, the first of it.</summary>
    private bool IsSameFile(Candidate one, Candidate other)
    {
        if (one.Leaf != other.Leaf)
        {
            return false;
        }

        var shapes = SegmentShapes.Of(scope.View.Leaves[one.Leaf]);
        var (first, last) = (Math.Min(one.Document, other.Document), Math.Max(one.Document, other.Document));
        return !Enumerable.Range(first, last - first).Any(document => shapes[document].Length == 0);
    }
}
