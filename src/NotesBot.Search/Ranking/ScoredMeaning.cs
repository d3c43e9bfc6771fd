using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>A word of the query with what each of its variants is worth in this library.</summary>
internal sealed class ScoredMeaning
{
    internal ScoredMeaning(Meaning meaning, Statistics statistics, WordWeights weights)
    {
        Meaning = meaning;
        var rarity = statistics.Rarity(Variants.FirstOrDefault(variant => variant.Tier != Tier.Related)?.Frequency ?? 0);
        var weight = WeightOf(meaning.Word, weights);
        Rarity = Word.IsStop ? rarity : weight * rarity;
        Worth = [.. Variants.Select(variant => weight * variant.Weight * Math.Min(rarity, statistics.Rarity(variant.Frequency)))];
    }

    internal Meaning Meaning { get; }

    internal QueryWord Word => Meaning.Word;

    internal IReadOnlyList<Variant> Variants => Meaning.Variants;

    /// <summary>How rare the word is by its surest variant, less for a common English one; one that the notes lack is as rare as can be.</summary>
    internal double Rarity { get; }

    /// <summary>What each variant is worth, weights included.</summary>
    internal double[] Worth { get; }

    /// <summary>A stop word counts little, but not nothing, and a common word less than its rarity in the notes says.</summary>
    private static double WeightOf(QueryWord word, WordWeights weights) => word.Times * (word.IsIdle
        ? weights.IdleWord
        : word.IsStop
        ? weights.StopWord
        : Math.Min(1, 1 - (weights.Common * (Math.Log10(1 + (word.EnglishUses ?? 0)) - 1))));
}
