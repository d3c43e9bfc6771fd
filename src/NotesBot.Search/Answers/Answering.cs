using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Snippets;
using NotesBot.Search.Store;
using NotesBot.Search.Text;
using NotesBot.Search.Thesaurus;

namespace NotesBot.Search.Answers;

/// <summary>One question, from the text to the answer.</summary>
internal sealed class Answering
{
    private const int MaxNear = 5;

    /// <summary>Share of a query, by rarity, that its first hit must have so that no words of related meaning are looked for.</summary>
    private const double CoveredByItself = 0.45;

    /// <summary>So many more passages are read, to be folded into the hits that say the same.</summary>
    private const int MaxTwins = 10;

    private readonly IndexView _view;
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<ScoredMeaning> _meanings;
    private readonly List<Candidate> _ranked;
    private readonly Statistics _statistics;

    private Answering(IndexView view, SearchRequest request, SearchQuery query, OutsideWords outside)
    {
        (_view, _request, _statistics) = (view, request, new Statistics(view));
        var terms = new TermReader(view);
        var words = new LibraryWords(terms);
        var isEnglish = IsEnglish(query, view.Languages);
        var synonyms = new Synonyms(words, outside.Synonyms);
        var filter = new PassageFilter(request, query);
        var meanings = new Expander(words, new Stems(view.Languages), new Acronyms(view, words), synonyms)
            .Expand(isEnglish ? query.InEnglish() : query);
        (_meanings, _ranked) = Rank(meanings);
        if (!IsCovered() && outside.Related(isEnglish) is { } related)
        {
            (_meanings, _ranked) = Rank(meanings.Select(new Relations(words, related, _statistics.Passages).With));
        }

        _ranked = ReadingOrder.Of(DefinitionQuestion.Of(_meanings)?.Order(_ranked, view) ?? _ranked, _meanings, view);

        (IReadOnlyList<ScoredMeaning>, List<Candidate>) Rank(IEnumerable<Meaning> some)
        {
            ScoredMeaning[] scored = [.. some.Select(meaning => new ScoredMeaning(meaning, _statistics))];
            return (scored, Ranker.Rank(terms, _statistics, filter, scored));
        }
    }

    /// <summary>Whether words may be looked up as English ones: in another language each would be taken for a name.</summary>
    private static bool IsEnglish(SearchQuery query, IReadOnlyList<Language> languages) => languages.Contains(Language.English)
        && (languages.Count == 1 || LanguageDetector.Of(query.Words.Select(word => word.Term), languages) == Language.English);

    /// <summary>Whether the words that were asked answer by themselves, so that words of related meaning would only lead astray.</summary>
    private bool IsCovered() => _ranked.Count > 0 && new EvidenceReading(_meanings).Covered(_ranked[0]) >= CoveredByItself;

    internal static SearchAnswer Answer(IndexView view, SearchRequest request, OutsideWords outside)
    {
        var query = QueryParser.Parse(request.Query);
        var answering = new Answering(view, request, query, outside);
        if (answering._ranked.Count > 0 || query.Phrases.Count == 0)
        {
            return answering.Answer(isWhole: true);
        }

        // Nothing has the quoted phrase as it is: what has its words is near, and no answer.
        return new Answering(view, request, query with { Phrases = [] }, outside).Answer(isWhole: false);
    }

    private SearchAnswer Answer(bool isWhole)
    {
        var syllabus = new SyllabusFinder(_view.Library, _meanings).Find(_request);
        var evidence = _ranked.Count == 0 ? null : Evidence.Of(_meanings, _ranked, _statistics);
        var probability = evidence is null ? 0 : ConfidenceModel.Fitted.Probability(evidence);
        var confidence = syllabus is not null ? Confidence.Answer : isWhole ? ConfidenceModel.Fitted.Judge(probability) : Confidence.None;
        var hits = Hits(_request.Explain ? evidence?.Describe(probability) : null);
        return new SearchAnswer
        {
            Query = _request.Query,
            Confidence = confidence,
            Hits = hits,
            SearchedFor = hits.Count == 0 ? null : CorrectedQuery.Of(_request.Query, _meanings, _ranked[0], hits[0].Passage),
            Syllabus = syllabus,
            Near = confidence == Confidence.Answer ? [] : NearOf(hits),
        };
    }

    private static List<string> NearOf(List<Hit> hits) =>
        [.. hits.Select(hit => hit.Passage.Heading).OfType<string>().Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxNear)];

    /// <summary>The hits, and one more passage for each twin that takes the place of a printout.</summary>
    private List<Hit> Hits(string? confidence)
    {
        var hits = new List<Hit>();
        var twins = new Twins();
        var snippeter = new Snippeter(new MatchedTerms(_meanings));
        foreach (var candidate in _ranked.Take(_request.Top + MaxTwins))
        {
            if (hits.Count == _request.Top && !hits.Exists(hit => hit.Passage.Page is not null))
            {
                // Only a printout gives way to its twin.
                break;
            }

            if (candidate.PassageIn(_view) is not { } passage)
            {
                continue;
            }

            var twin = twins.Find(passage);
            if (twin < 0 && hits.Count < _request.Top)
            {
                IReadOnlyList<string> explanation = _request.Explain ? Explanation.Of(candidate, _meanings, hits.Count == 0 ? confidence : null) : [];
                hits.Add(new Hit(passage, snippeter.Of(passage, candidate.HeadingMatch), candidate.Score) { Explanation = explanation });
            }
            else if (twin >= 0 && twin < hits.Count && Twins.IsBetter(passage, hits[twin].Passage))
            {
                hits[twin] = hits[twin] with { Passage = passage, Snippet = snippeter.Of(passage, candidate.HeadingMatch) };
            }
        }

        return hits;
    }
}
