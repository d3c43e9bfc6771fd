namespace NotesBot.Search.Ranking;

/// <summary>Puts the nearness in meaning beside the words: a passage is worth what its words say and what it means.</summary>
internal static class SimilarityOrder
{
    internal static Ranked Order(Ranked ranked, SimilarPassages? similar)
    {
        if (similar is null || ranked.Candidates.Count == 0)
        {
            return ranked;
        }

        var most = Math.Max(1e-9, ranked.Candidates[0].Score);
        foreach (var candidate in ranked.Candidates)
        {
            candidate.Similarity = similar.Of(candidate);
            candidate.Score = (candidate.Score / most) + (similar.Weight * candidate.Similarity.Value);
        }

        return ranked with { Candidates = [.. ranked.Candidates.OrderByDescending(candidate => candidate.Score)], Similar = similar };
    }
}
