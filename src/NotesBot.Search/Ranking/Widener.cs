using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Looks again where the words that were asked do not answer by themselves: also for words of related meaning, which else would lead astray,
/// and for passages that are near in meaning.
/// </summary>
internal sealed class Widener(Scope scope, Ranker ranker)
{
    internal Ranked Widen(Ranked ranked, SearchQuery query)
    {
        var related = ranked.IsCovered(scope.Weights.Meanings.Covered) ? null : scope.Outside.Related(query.IsEnglish);
        var similar = new SimilarityFinder(scope, ranker.Filter).Find(ranked, query);
        if (related is null && similar is null)
        {
            return ranked;
        }

        var meanings = ranked.Meanings.Select(meaning => meaning.Meaning);
        if (related is not null)
        {
            meanings = meanings.Select(new Relations(scope, related, ranked.Statistics.Passages).With);
        }

        return SimilarityOrder.Order(ranker.Rank(meanings, similar?.Best ?? []), similar);
    }
}
