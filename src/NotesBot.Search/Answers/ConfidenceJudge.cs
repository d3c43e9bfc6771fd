using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>How far what was found can be trusted.</summary>
/// <param name="Confidence">Whether it is an answer.</param>
/// <param name="Syllabus">The line of the syllabus that names the topic of which there are no notes; else <see langword="null"/>.</param>
/// <param name="Explanation">The evidence, a line; <see langword="null"/> without any.</param>
internal sealed record Judgement(Confidence Confidence, SyllabusMatch? Syllabus, string? Explanation);

/// <summary>Decides whether what was found is an answer.</summary>
internal sealed class ConfidenceJudge(Scope scope)
{
    private readonly AnswerWeights _weights = scope.Weights.Answers;

    /// <param name="request">What was asked.</param>
    /// <param name="ranked">What was found.</param>
    /// <param name="isWhole">Whether all was found that was asked for, quoted phrases included.</param>
    internal Judgement Judge(SearchRequest request, Ranked ranked, bool isWhole)
    {
        var syllabus = new SyllabusFinder(scope, ranked.Meanings).Find(request);
        var evidence = ranked.Candidates.Count == 0 ? null : new EvidenceReading(ranked, scope.Weights).Read();
        var probability = evidence is null ? 0 : ConfidenceModel.Fitted.Probability(evidence);
        var confidence = evidence is not null && isWhole ? Bounded(ConfidenceModel.Fitted.Judge(probability), ranked, evidence) : Confidence.None;
        var isListed = syllabus is not null && !(confidence == Confidence.Answer && SaysMore(ranked, SyllabusFinder.TitleOf(syllabus)));
        return new Judgement(isListed ? Confidence.Answer : confidence, isListed ? syllabus : null, evidence?.Describe(probability));
    }

    /// <summary>Whether one of the first passages says what was asked in a line that says more than a line of a syllabus does.</summary>
    private bool SaysMore(Ranked ranked, string title)
    {
        var name = new AskedName([.. ranked.Meanings.Where(meaning => !meaning.Word.IsStop)]);
        return ranked.Candidates.Take(Looked).Select(candidate => candidate.PassageIn(scope.View)?.Text ?? "").Any(text =>
            name.PlacesIn(text, [.. WordReader.Read(text).Where(word => word.Reading == Reading.Whole)])
                .Any(place => LineAround(text, place.Start, place.End) >= title.Length + MinMore));
    }

    private static int LineAround(string text, int start, int end)
    {
        var next = text.IndexOf('\n', end);
        return (next < 0 ? text.Length : next) - text.LastIndexOf('\n', start) - 1;
    }

    /// <summary>So many of the first passages are looked at for the words themselves.</summary>
    private const int Looked = 3;

    /// <summary>Characters that a line of prose has more than a title.</summary>
    private const int MinMore = 25;

    /// <summary>
    /// What no evidence makes an answer: two words of which one is unknown, or that meet nowhere and are common, a word that is only guessed,
    /// halves of other words.
    /// </summary>
    private Confidence Bounded(Confidence judged, Ranked ranked, Evidence evidence)
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
