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
    /// <param name="isWhole">Whether all was found that was asked for, quoted phrases included.</param>
    internal Judgement Judge(SearchRequest request, Ranked ranked, bool isWhole)
    {
        var syllabus = new SyllabusFinder(scope, ranked.Meanings).Find(request);
        var evidence = ranked.Candidates.Count == 0 ? null : new EvidenceReading(ranked, scope.Weights).Read();
        var probability = evidence is null ? 0 : ConfidenceModel.Fitted.Probability(evidence);
        var confidence = syllabus is not null ? Confidence.Answer : isWhole ? Bounded(ConfidenceModel.Fitted.Judge(probability), ranked) : Confidence.None;
        return new Judgement(confidence, syllabus, evidence?.Describe(probability));
    }

    /// <summary>What no evidence makes an answer: two words of which one is unknown, a word that is only guessed, halves of other words.</summary>
    private Confidence Bounded(Confidence judged, Ranked ranked)
    {
        var content = ranked.Meanings.Where(meaning => !meaning.Word.IsStop).ToList();
        var isDoubtful = content.Count switch
        {
            1 => IsGuessed(content[0]),
            2 => content.Exists(meaning => meaning.Variants.All(variant => variant.Tier == Tier.Related)) || HasHalf(ranked),
            _ => false,
        };
        return isDoubtful && judged == Confidence.Answer ? Confidence.Closest : judged;
    }

    /// <summary>A few letters that the notes have only as the beginning of other words.</summary>
    private bool IsGuessed(ScoredMeaning meaning) => meaning.Word.Term.Length < scope.Weights.Answers.MinOwnBeginning
        && meaning.Variants.Count > 0 && meaning.Variants.All(variant => variant.Tier is Tier.Beginning or Tier.Related);

    /// <summary>Whether the first passage has a word of the question only as the half of a compound: "edge" in "edge-cases".</summary>
    private bool HasHalf(Ranked ranked) => ranked.Candidates.Count > 0 && ranked.Candidates[0].PassageIn(scope.View) is { } passage
        && ranked.Meanings.Any(meaning => !meaning.Word.IsStop && Compounds.IsOnlyHalf(meaning.Word.Term, [.. passage.Trail, passage.Title, passage.Text], ranked.Meanings));
}
