namespace NotesBot.Search.Ranking;

/// <summary>The passages that may be an answer, and what they were looked for by.</summary>
/// <param name="Meanings">The words of the question with what each variant is worth.</param>
/// <param name="Candidates">Best first.</param>
/// <param name="Statistics">Of the library.</param>
internal sealed record Ranked(IReadOnlyList<ScoredMeaning> Meanings, IReadOnlyList<Candidate> Candidates, Statistics Statistics)
{
    /// <summary>Whether all was found that was asked for, quoted phrases included.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether a bare term is asked for, and so what it is.</summary>
    public bool IsTerm { get; init; }

    /// <summary>Whether a name out of a program is asked for, which is as good wherever it stands.</summary>
    public bool IsCode { get; init; }

    /// <summary>Whether the words of the question answer by themselves.</summary>
    /// <param name="share">The share of them, by rarity, that the first passage must have.</param>
    internal bool IsCovered(double share) => Candidates.Count > 0 && new Coverage(Meanings).Of(Candidates[0]) >= share;

    /// <summary>What is near in meaning; <see langword="null"/> where that was not looked for.</summary>
    internal SimilarPassages? Similar { get; init; }
}
