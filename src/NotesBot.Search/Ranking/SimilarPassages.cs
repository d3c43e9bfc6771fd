namespace NotesBot.Search.Ranking;

/// <summary>How near the passages are to a question in meaning.</summary>
/// <param name="Question">The question, to compare other texts with.</param>
/// <param name="Weight">What a cosine counts beside the score by words, which is 1 for the best.</param>
/// <param name="Cosines">By segment and document; NaN where a passage has no vector.</param>
/// <param name="Best">The nearest that the question allows, as segment and document.</param>
internal sealed record SimilarPassages(
    IQuestionMeaning Question, double Weight, IReadOnlyList<float[]> Cosines, IReadOnlyCollection<(int Leaf, int Document)> Best)
{
    /// <summary>How near a passage is; 0 without a vector.</summary>
    internal double Of(Candidate candidate) => Cosines[candidate.Leaf][candidate.Document] is var cosine && float.IsNaN(cosine) ? 0 : cosine;
}
