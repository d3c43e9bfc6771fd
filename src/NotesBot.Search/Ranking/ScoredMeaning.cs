using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>A word of the query with what each of its variants is worth in this library.</summary>
internal sealed class ScoredMeaning
{
    internal ScoredMeaning(Meaning meaning, Statistics statistics)
    {
        Word = meaning.Word;
        Variants = meaning.Variants;
        var rarity = statistics.Rarity(Variants.FirstOrDefault(variant => variant.Tier != Tier.Related)?.Frequency ?? 0);
        Rarity = Word.IsStop ? rarity : Word.Weight * rarity;
        Worth = [.. Variants.Select(variant => Word.Weight * variant.Weight * Math.Min(rarity, statistics.Rarity(variant.Frequency)))];
    }

    internal QueryWord Word { get; }

    internal IReadOnlyList<Variant> Variants { get; }

    /// <summary>How rare the word is by its surest variant, less for a common English one; one that the notes lack is as rare as can be.</summary>
    internal double Rarity { get; }

    /// <summary>What each variant is worth, weights included.</summary>
    internal double[] Worth { get; }
}
