using NotesBot.Search.Expansion;
using NotesBot.Search.Lexicon;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Snippets;
using NotesBot.Search.Storage;

namespace NotesBot.Search;

/// <summary>One question, from the text to the answer.</summary>
internal sealed class Answering
{
    private readonly IndexView _view;
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<ScoredMeaning> _meanings;
    private readonly List<Candidate> _ranked;
    private readonly Snippeter _snippeter;

    private Answering(IndexView view, SearchRequest request)
    {
        (_view, _request) = (view, request);
        var query = QueryParser.Parse(request.Query);
        var statistics = new Statistics(view);
        var words = new LibraryWords(view);
        var meanings = new Expander(words, new Stems([Language.English, Language.German]), new Acronyms(view)).Expand(query);
        _meanings = [.. meanings.Select(meaning => new ScoredMeaning(meaning, statistics))];
        var candidates = new Gatherer(view, statistics, new PassageFilter(request, query)).Gather(_meanings);
        _snippeter = new Snippeter(new MatchedTerms(_meanings));
        _ranked = new Ranker(view, statistics).Rank(candidates, _meanings);
    }

    internal static SearchAnswer Answer(IndexView view, SearchRequest request) => new Answering(view, request).Answer();

    private SearchAnswer Answer()
    {
        var hits = Hits();
        return new SearchAnswer
        {
            Query = _request.Query,
            Confidence = hits.Count > 0 ? Confidence.Answer : Confidence.None,
            Hits = hits,
        };
    }

    private List<Hit> Hits()
    {
        var hits = new List<Hit>();
        foreach (var candidate in _ranked)
        {
            if (hits.Count == _request.Top)
            {
                break;
            }

            if (_view.PassageOf(_view.Bases[candidate.Leaf] + candidate.Document) is { } passage)
            {
                var snippet = _snippeter.Of(passage);
                hits.Add(new Hit(passage, snippet, candidate.Score) { Explanation = _request.Explain ? Explain(candidate) : [] });
            }
        }

        return hits;
    }

    private List<string> Explain(Candidate candidate)
    {
        var lines = new List<string>();
        for (var i = 0; i < _meanings.Count; i++)
        {
            if (candidate.Best[i] is >= 0 and var best)
            {
                var variant = _meanings[i].Variants[best];
                lines.Add(FormattableString.Invariant(
                    $"{_meanings[i].Word.Text}: {string.Join(' ', variant.Terms)} ({variant.Tier}, weight {variant.Weight:0.00}) gives {candidate.WordScores[i]:0.00}"));
            }
        }

        lines.Add(FormattableString.Invariant($"words together give {candidate.Nearness:0.00}; kind {candidate.Shape.Kind}"));
        return lines;
    }
}
