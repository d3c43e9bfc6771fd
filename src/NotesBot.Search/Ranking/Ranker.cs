using NotesBot.Search.Expansion;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Ranking;

/// <summary>The close look at the passages that were gathered: every word of the query, and how the words stand together.</summary>
internal sealed class Ranker(IndexView view, Statistics statistics)
{
    /// <summary>No more places of a word are looked at: a page of numbers must not take long.</summary>
    private const int MaxPositions = 200;

    /// <summary>How much more a passage counts whose heading is what was asked, no more and no less.</summary>
    private const double NamedByHeading = 0.4;

    internal List<Candidate> Rank(List<Candidate> candidates, IReadOnlyList<ScoredMeaning> meanings)
    {
        foreach (var ofLeaf in candidates.GroupBy(candidate => candidate.Leaf))
        {
            var ordered = ofLeaf.OrderBy(candidate => candidate.Document).ToList();
            for (var word = 0; word < meanings.Count; word++)
            {
                Look(ordered, meanings[word], word);
            }
        }

        foreach (var candidate in candidates)
        {
            candidate.Nearness = Nearness.Of(candidate, meanings);
            candidate.HeadingMatch = HeadingMatch.Of(candidate, meanings);
            candidate.Score = (candidate.WordScores.Sum() + candidate.Nearness) * Gatherer.Prior(candidate.Shape.Kind)
                * (1 + (NamedByHeading * candidate.HeadingMatch));
        }

        return [.. candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Leaf).ThenBy(candidate => candidate.Document)];
    }

    private void Look(List<Candidate> candidates, ScoredMeaning meaning, int word)
    {
        for (var variant = 0; variant < meaning.Variants.Count; variant++)
        {
            // Where a word of related meaning stands proves nothing.
            var related = meaning.Variants[variant].Tier == Tier.Related;
            if (Cursor.Open(view.Leaves[candidates[0].Leaf], meaning.Variants[variant], positions: !related) is { } cursor)
            {
                Look(candidates, cursor, new Found(word, variant, related), meaning.Worth[variant]);
            }
        }
    }

    private void Look(List<Candidate> candidates, Cursor cursor, Found found, double worth)
    {
        foreach (var candidate in candidates)
        {
            var at = cursor.Advance(candidate.Document);
            if (at == Postings.End)
            {
                return;
            }

            if (at == candidate.Document)
            {
                Add(candidate, cursor, found, worth);
            }
        }
    }

    private void Add(Candidate candidate, Cursor cursor, Found found, double worth)
    {
        var score = worth * statistics.Saturated(cursor.Frequency, candidate.Shape.Length);
        if (score > candidate.WordScores[found.Word])
        {
            (candidate.WordScores[found.Word], candidate.Best[found.Word]) = (score, found.Variant);
        }

        if (!found.IsRelated && (candidate.Positions[found.Word] ??= []) is { Count: < MaxPositions } positions)
        {
            cursor.AddPositions(positions);
        }
    }

    private readonly record struct Found(int Word, int Variant, bool IsRelated);
}
