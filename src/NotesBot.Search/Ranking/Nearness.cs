namespace NotesBot.Search.Ranking;

/// <summary>Whether words that follow each other in the query do so in the passage.</summary>
internal static class Nearness
{
    private const double Share = 0.35;

    /// <summary>Farther apart, two words do not belong together.</summary>
    private const int Reach = 5;

    internal static double Of(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings)
    {
        var sum = 0.0;
        foreach (var (first, second) in Pairs(meanings))
        {
            if (candidate.Best[first] >= 0 && candidate.Best[second] >= 0)
            {
                var worth = Math.Min(meanings[first].Worth[candidate.Best[first]], meanings[second].Worth[candidate.Best[second]]);
                sum += Share * worth * Closeness(candidate, first, second, meanings);
            }
        }

        return sum;
    }

    /// <summary>Content words that follow each other, stop words between them left out.</summary>
    internal static IEnumerable<(int First, int Second)> Pairs(IReadOnlyList<ScoredMeaning> meanings)
    {
        var before = -1;
        for (var word = 0; word < meanings.Count; word++)
        {
            if (meanings[word].Word.IsStop)
            {
                continue;
            }

            if (before >= 0)
            {
                yield return (before, word);
            }

            before = word;
        }
    }

    /// <summary>1 side by side as in the query, less with words between or in the other order, 0 far apart.</summary>
    internal static double Closeness(
        Candidate candidate, int first, int second, IReadOnlyList<ScoredMeaning> meanings, bool ordered = false)
    {
        if (candidate.Positions[first] is not { } ones || candidate.Positions[second] is not { } others)
        {
            return 0;
        }

        var expected = Math.Min(Reach, meanings[second].Word.Position - meanings[first].Word.Position);
        var best = 0.0;
        for (var i = 0; i < ones.Count && best < 1; i++)
        {
            foreach (var other in others)
            {
                best = Math.Max(best, ordered && other < ones[i] ? 0 : Closeness(other - ones[i], expected));
            }
        }

        return best;
    }

    private static double Closeness(int distance, int expected) => distance switch
    {
        0 => 1,
        > 0 when distance <= expected => 1,
        > 0 when distance <= expected + Reach => 1.0 / (1 + distance - expected),
        < 0 when distance >= -Reach => 0.5 / -distance,
        _ => 0,
    };
}
