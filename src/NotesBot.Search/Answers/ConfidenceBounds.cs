using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>
/// What no evidence makes an answer: two words of which one is unknown, or that meet nowhere and are common, a word that is only guessed,
/// halves of other words.
/// </summary>
internal sealed class ConfidenceBounds(Scope scope)
{
    private readonly AnswerWeights _weights = scope.Weights.Answers;

    /// <summary>The judgement, or less.</summary>
    internal Confidence Apply(Confidence judged, Ranked ranked, Evidence evidence)
    {
        var content = ranked.Meanings.Where(meaning => !meaning.Word.IsStop).ToList();
        var isDoubtful = content.Count switch
        {
            1 => IsGuessed(content[0]),
            2 => content.Exists(meaning => meaning.Variants.All(variant => variant.Tier == Tier.Related)) || HasHalf(ranked) || IsScattered(ranked, evidence),
            _ => false,
        };
        return isDoubtful && judged == Confidence.Answer ? Confidence.Closest : judged;
    }

    /// <summary>
    /// Whether two plain words of English meet nowhere, not even as half of a heading, and nothing says what one of them is: "best" and "model".
    /// </summary>
    private bool IsScattered(Ranked ranked, Evidence evidence) => evidence.Defined < _weights.ScatteredNamed && evidence.TogetherAny < _weights.Scattered
        && evidence.Unlikely < _weights.ScatteredByChance && ranked.Candidates[0].HeadingMatch < _weights.ScatteredNamed
        && ranked.Meanings.All(meaning => meaning.Word.IsStop || meaning.Word.IsEnglish);

    /// <summary>A few letters that the notes have only as the beginning of other words.</summary>
    private bool IsGuessed(ScoredMeaning meaning) => meaning.Word.Term.Length < _weights.MinOwnBeginning
        && meaning.Variants.Count > 0 && meaning.Variants.All(variant => variant.Tier is Tier.Beginning or Tier.Related);

    /// <summary>Whether the first passage has a word of the question only as the half of a compound: "edge" in "edge-cases".</summary>
    private bool HasHalf(Ranked ranked) => ranked.Candidates.Count > 0 && ranked.Candidates[0].PassageIn(scope.View) is { } passage
        && ranked.Meanings.Any(meaning => !meaning.Word.IsStop && Compounds.IsOnlyHalf(meaning.Word.Term, [.. passage.Trail, passage.Title, passage.Text], ranked.Meanings));
}
