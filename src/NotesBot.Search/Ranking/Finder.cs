using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>Finds the passages that may answer a question, best first: the steps between reading it and judging what was found.</summary>
internal sealed class Finder(Scope scope, SearchRequest request)
{
    /// <summary>What has the words and the quoted phrases; where nothing has these as they are, what has their words is near.</summary>
    internal Ranked Find(SearchQuery query)
    {
        var meanings = new Expander(scope).Expand(query);
        var found = Find(query, meanings);
        return found.Candidates.Count > 0 || query.Phrases.Count == 0 ? found : Find(query with { Phrases = [] }, meanings) with { IsWhole = false };
    }

    private Ranked Find(SearchQuery query, IReadOnlyList<Meaning> meanings)
    {
        var ranker = new Ranker(scope, request, query);
        var ranked = ranker.Rank(meanings, []);
        var widened = new Widener(scope, ranker).Widen(ranked, query);
        var defined = new DefinitionOrder(scope).Order(widened, query);
        var typed = new TypedOrder(scope).Order(defined);
        var introduced = new IntroductionOrder(scope).Order(typed);
        return new WrittenOrder(scope).Order(introduced with { IsTerm = IsTerm(introduced, query), IsCode = query.IsCode });
    }

    /// <summary>Whether what is asked is what a thing is, and not how two compare.</summary>
    private bool IsTerm(Ranked ranked, SearchQuery query) => ranked.Meanings.Count(meaning => !meaning.Word.IsStop) <= scope.Weights.Order.MaxTerm
        && DefinitionQuestion.Of(ranked.Meanings, query.Question, scope.Weights.Order.MaxTerm) is not { IsBare: false, Things.Count: > 1 };
}
