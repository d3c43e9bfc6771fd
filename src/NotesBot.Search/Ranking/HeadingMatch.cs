namespace NotesBot.Search.Ranking;

/// <summary>How far the nearest heading of a passage is what was asked.</summary>
internal static class HeadingMatch
{
    /// <summary>Share of the query in the heading, by rarity, times the share of the heading that the query names: 0 to 1.</summary>
    internal static double Of(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings)
    {
        var (named, asked, total) = (new List<int>(), 0.0, 0.0);
        for (var word = 0; word < meanings.Count; word++)
        {
            var before = named.Count;
            AddNamed(candidate, word, named);
            if (!meanings[word].Word.IsStop)
            {
                total += meanings[word].Rarity;
                asked += named.Count > before ? candidate.BestWorth(meanings, word) : 0;
            }
        }

        return total <= 0 || candidate.Shape.HeadingLength == 0 ? 0 : asked / total * Math.Min(1, named.Count / (double)candidate.Shape.HeadingLength);
    }

    /// <summary>Adds the places of the heading that a word of the query names and none before it did.</summary>
    private static void AddNamed(Candidate candidate, int word, List<int> named)
    {
        foreach (var position in candidate.Positions[word] ?? [])
        {
            if (position >= candidate.Shape.OwnHeading && position < candidate.Shape.Body && !named.Contains(position))
            {
                named.Add(position);
            }
        }
    }
}
