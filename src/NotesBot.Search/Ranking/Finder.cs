using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>Finds the passages that may answer a question, best first: the steps between reading it and judging what was found.</summary>
internal sealed class Finder(Scope scope, SearchRequest request)
{
    /// <summary>What has the words and the quoted phrases; where nothing has these as they are, what has their words is near.</summary>
    internal Ranked Find(SearchQuery query)
    {
        var meanings = new Expander(scope).Expand(query);
        var found = Seek(query);
        return found.Candidates.Count > 0 || query.Phrases.Count == 0 ? found : Seek(query with { Phrases = [] }) with { IsWhole = false };

        Ranked Seek(SearchQuery asked)
        {
            var ranker = new Ranker(scope, request, asked);
            return Order(new Widener(scope, ranker).Widen(ranker.Rank(meanings, []), asked), asked);
        }
    }

    private Ranked Order(Ranked found, SearchQuery query)
    {
        var defined = new DefinitionOrder(scope).Order(found, query);
        var typed = new TypedOrder(scope).Order(defined);
        var introduced = new IntroductionOrder(scope).Order(typed);
        return new WrittenOrder(scope).Order(introduced with { IsTerm = IsTerm(introduced, query), IsCode = query.IsCode });
    }

    /// <summary>Whether what is asked is what a thing is, and not how two compare.</summary>
    private bool IsTerm(Ranked ranked, SearchQuery query) => ranked.Meanings.Count(meaning => !meaning.Word.IsStop) <= scope.Weights.Order.MaxTerm
        && DefinitionQuestion.Of(ranked.Meanings, query.Question, scope.Weights.Order.MaxTerm) is not { IsBare: false, Things.Count: > 1 };
}
