namespace NotesBot.Search.Ranking;

/// <summary>How far the nearest heading of a passage is what was asked.</summary>
internal static class HeadingMatch
{
    /// <summary>Share of the query in the heading, by rarity, times the share of the heading that the query names: 0 to 1.</summary>
    internal static double Of(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings)
    {
        var (named, asked, total) = (new HashSet<int>(), 0.0, 0.0);
        for (var word = 0; word < meanings.Count; word++)
        {
            var before = named.Count;
            named.UnionWith(InHeading(candidate, word));
            if (!meanings[word].Word.IsStop)
            {
                total += meanings[word].Rarity;
                asked += named.Count > before ? candidate.BestWorth(meanings, word) : 0;
            }
        }

        return total <= 0 || candidate.Shape.HeadingLength == 0 ? 0 : asked / total * Math.Min(1, named.Count / (double)candidate.Shape.HeadingLength);
    }

    private static IEnumerable<int> InHeading(Candidate candidate, int word) =>
        candidate.Positions[word]?.Where(position => position >= candidate.Shape.OwnHeading && position < candidate.Shape.Body) ?? [];
}
