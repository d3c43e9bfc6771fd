using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>Finds the best passages: a first look at all, then a close one at the best.</summary>
internal sealed class Ranker(Scope scope, SearchRequest request, SearchQuery query)
{
    private readonly PassageFilter _filter = new(request, query);

    /// <summary>The passages that may be an answer, best first.</summary>
    internal Ranked Rank(IEnumerable<Meaning> meanings)
    {
        var statistics = new Statistics(scope.View, scope.Weights.Ranking);
        ScoredMeaning[] scored = [.. meanings.Select(meaning => new ScoredMeaning(meaning, statistics, scope.Weights.Words))];
        var scratch = Scratch.Lend();
        var candidates = new Gatherer(scope, statistics, _filter, scratch).Gather(scored);
        new CloseLook(scope, statistics, scored, scratch).Score(candidates);
        scratch.Return();
        return new Ranked(scored, [.. candidates.OrderByDescending(candidate => candidate.Score)], statistics);
    }
}
