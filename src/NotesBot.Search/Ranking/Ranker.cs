using NotesBot.Notes;
using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>Finds the best passages: a first look at all, then a close one at the best.</summary>
internal sealed class Ranker(Scope scope, SearchRequest request, SearchQuery query)
{
    /// <summary>Which passages are allowed.</summary>
    internal PassageFilter Filter { get; } = new(request, query);

    /// <summary>The passages that may be an answer, best first.</summary>
    /// <param name="meanings">What is looked for.</param>
    /// <param name="besides">Passages that are looked at closely in any case, as segment and document.</param>
    internal Ranked Rank(IEnumerable<Meaning> meanings, IReadOnlyCollection<(int Leaf, int Document)> besides)
    {
        var statistics = new Statistics(scope.View, scope.Weights.Ranking);
        ScoredMeaning[] scored = [.. meanings.Select(meaning => new ScoredMeaning(meaning, statistics, scope.Weights.Words))];
        var scratch = Scratch.Lend();
        var candidates = new Gatherer(scope, statistics, Filter, scratch).Gather(scored, besides);
        new CloseLook(scope, statistics, scored, scratch).Score(candidates);
        scratch.Return();
        candidates.Sort(BestFirst);
        return new Ranked(scored, candidates, statistics);
    }

    /// <summary>Equals come by note and place: where they stand in the index follows from its history.</summary>
    private int BestFirst(Candidate one, Candidate other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        return byScore != 0 || one == other ? byScore : ByPlace(one.PassageIn(scope.View), other.PassageIn(scope.View));
    }

    private static int ByPlace(Passage? one, Passage? other)
    {
        var byPath = string.CompareOrdinal(one?.Path, other?.Path);
        return byPath != 0 ? byPath : (one?.Ordinal ?? 0).CompareTo(other?.Ordinal ?? 0);
    }
}
