using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>Writes the answer: the hits, and what helps somebody who found nothing.</summary>
internal sealed class AnswerWriter(Scope scope)
{
    private const int MaxNear = 5;

    internal SearchAnswer Write(SearchRequest request, Ranked ranked, Judgement judgement)
    {
        var hits = new HitWriter(scope, request, ranked).Write(judgement.Explanation);
        return new SearchAnswer
        {
            Query = request.Query,
            Confidence = judgement.Confidence,
            Hits = hits,
            SearchedFor = hits.Count == 0 ? null : CorrectedQuery.Of(request.Query, ranked, hits[0].Passage),
            Syllabus = judgement.Syllabus,
            Near = judgement.Confidence == Confidence.Answer ? [] : NearOf(hits),
        };
    }

    private static List<string> NearOf(List<Hit> hits) =>
        [.. hits.Select(hit => hit.Passage.Heading).OfType<string>().Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxNear)];
}
