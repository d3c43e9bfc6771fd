using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>How far what was found can be trusted.</summary>
/// <param name="Confidence">Whether it is an answer.</param>
/// <param name="Syllabus">The line of the syllabus that names the topic of which there are no notes; else <see langword="null"/>.</param>
/// <param name="Explanation">The evidence, a line; <see langword="null"/> without any.</param>
internal sealed record Judgement(Confidence Confidence, SyllabusMatch? Syllabus, string? Explanation);

/// <summary>Decides whether what was found is an answer.</summary>
internal sealed class ConfidenceJudge(Scope scope)
{
    /// <param name="request">What was asked.</param>
    /// <param name="ranked">What was found.</param>
    internal Judgement Judge(SearchRequest request, Ranked ranked)
    {
        var syllabus = new SyllabusFinder(scope, ranked.Meanings).Find(request);
        var evidence = ranked.Candidates.Count == 0 ? null : new EvidenceReading(ranked, scope.Weights).Read();
        var probability = evidence is null ? 0 : ConfidenceModel.Fitted.Probability(evidence);
        var confidence = evidence is not null && ranked.IsWhole ? new ConfidenceBounds(scope).Apply(ConfidenceModel.Fitted.Judge(probability), ranked, evidence) : Confidence.None;
        var isListed = syllabus is not null && !(confidence == Confidence.Answer && new LiteralText(scope).SaysMore(ranked, SyllabusFinder.TitleOf(syllabus)));
        return new Judgement(isListed ? Confidence.Answer : confidence, isListed ? syllabus : null, evidence?.Describe(probability));
    }
}
