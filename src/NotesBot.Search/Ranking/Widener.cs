using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>Looks again, also for words of related meaning, where the words that were asked do not answer by themselves: else they would lead astray.</summary>
internal sealed class Widener(Scope scope, Ranker ranker)
{
    internal Ranked Widen(Ranked ranked, SearchQuery query)
    {
        if (IsCovered(ranked) || scope.Outside.Related(query.IsEnglish) is not { } related)
        {
            return ranked;
        }

        var relations = new Relations(scope, related, ranked.Statistics.Passages);
        return ranker.Rank(ranked.Meanings.Select(meaning => relations.With(meaning.Meaning)));
    }

    private bool IsCovered(Ranked ranked) =>
        ranked.Candidates.Count > 0 && new Coverage(ranked.Meanings).Of(ranked.Candidates[0]) >= scope.Weights.Meanings.Covered;
}
