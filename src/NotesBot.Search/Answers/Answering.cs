using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Store;
using NotesBot.Search.Thesaurus;

namespace NotesBot.Search.Answers;

/// <summary>
/// One question, from the text to the answer:
/// <list type="number">
/// <item>the text is read: words, quoted phrases, excluded words;</item>
/// <item>each word is expanded into what it may mean in these notes: forms, spellings, synonyms, acronyms, each with a weight;</item>
/// <item>passages are ranked: BM25 over the best variant of each word, then nearness, and whether the heading is what was asked;</item>
/// <item>where the words themselves do not answer, the search is widened to words of related meaning, and to passages that are near in
/// meaning by a sentence model;</item>
/// <item>who asks what something is gets first the passages that say it;</item>
/// <item>who asks an acronym gets first the passages that spell it out;</item>
/// <item>passages of one section, or under the heading asked for, about as good, come as their author wrote them;</item>
/// <item>it is judged whether the first of them are an answer, or whether only the syllabus names the topic;</item>
/// <item>the answer is written: twins folded, sentences chosen, spelling corrected.</item>
/// </list>
/// </summary>
internal sealed class Answering(Scope scope)
{
    /// <summary>For one question to a state of the index.</summary>
    internal static Answering Of(IndexView view, OutsideWords outside, SearchOptions options) => new(new Scope(view, outside, options));

    /// <summary>The answer to a question, which may name a course or week, ask for these, or ask nothing at all.</summary>
    internal SearchAnswer Answer(SearchRequest request)
    {
        var query = QueryParser.Parse(request.Query);
        if (query.IsSmallTalk)
        {
            return new SearchAnswer { Query = request.Query, Confidence = Confidence.None, Hits = [], Asked = Asked.Nothing };
        }

        return new PlaceAnswer(scope.View.Library).Of(query, request, AnswerSubject);
    }

    /// <summary>The passages nearest in meaning to one; see <see cref="NearPassages"/>.</summary>
    internal IEnumerable<Passage> SeeAlso(PassageId id) => scope.Model is { } model
        ? new NearPassages(scope.View, model, scope.Weights.Sentences.SeeAlso).Of(id)
        : [];

    private SearchAnswer AnswerSubject(SearchRequest request)
    {
        var query = new QueryReader(scope).Read(request.Query);
        var ranked = new Finder(scope, request).Find(query);
        var judgement = new ConfidenceJudge(scope).Judge(request, ranked);
        return new AnswerWriter(scope).Write(request, ranked, judgement);
    }
}
