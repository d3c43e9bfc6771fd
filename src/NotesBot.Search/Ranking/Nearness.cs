namespace NotesBot.Search.Ranking;

/// <summary>Whether words that follow each other in the query do so in the passage.</summary>
internal sealed class Nearness(IReadOnlyList<ScoredMeaning> meanings, RankingWeights weights)
{
    /// <summary>What the words gain that stand together.</summary>
    internal double Of(Candidate candidate)
    {
        var sum = 0.0;
        foreach (var (first, second) in Pairs(meanings))
        {
            if (candidate.Best[first] >= 0 && candidate.Best[second] >= 0)
            {
                var worth = Math.Min(meanings[first].Worth[candidate.Best[first]], meanings[second].Worth[candidate.Best[second]]);
                sum += weights.Nearness * worth * Closeness(candidate, first, second);
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
    internal double Closeness(Candidate candidate, int first, int second, bool ordered = false)
    {
        if (candidate.Positions[first] is not { } ones || candidate.Positions[second] is not { } others)
        {
            return 0;
        }

        var expected = Math.Min(weights.Reach, meanings[second].Word.Position - meanings[first].Word.Position);
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

    private double Closeness(int distance, int expected) => distance switch
    {
        0 => 1,
        > 0 when distance <= expected => 1,
        > 0 when distance <= expected + weights.Reach => 1.0 / (1 + distance - expected),
        < 0 when distance >= -weights.Reach => weights.Swapped / -distance,
        _ => 0,
    };
}
