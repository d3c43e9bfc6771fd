namespace NotesBot.Search.Queries;

/// <summary>Something in the notes that may be meant by a word of the query: one term, or several that stand close together in order.</summary>
/// <param name="Terms">In order.</param>
/// <param name="Weight">How sure it is that this is meant, above 0 to 1.</param>
/// <param name="Tier">How it was found.</param>
/// <param name="Frequency">In how many passages it, and what is surer than it, stand: its rarity.</param>
internal sealed record Variant(IReadOnlyList<string> Terms, double Weight, Tier Tier, int Frequency)
{
    /// <summary>Farthest that two terms of a run may be apart: 1 for side by side.</summary>
    public int Reach { get; init; } = 1;

    internal static Variant Of(string term, double weight, Tier tier, int frequency) => new([term], weight, tier, frequency);
}

/// <summary>How a variant follows from the word of the query, the surest first.</summary>
internal enum Tier
{
    /// <summary>The word itself.</summary>
    Exact,

    /// <summary>Another form of the word.</summary>
    Stem,

    /// <summary>What the owner of the notes says is the same.</summary>
    Synonym,

    /// <summary>The word written in one, or in two.</summary>
    Joined,

    /// <summary>A word that begins with it.</summary>
    Beginning,

    /// <summary>A compound that holds it.</summary>
    Compound,

    /// <summary>What an acronym stands for, or the acronym of the words.</summary>
    Acronym,

    /// <summary>A word that was probably meant.</summary>
    Corrected,

    /// <summary>A word with a related meaning.</summary>
    Related,
}

/// <summary>A word of the query with all that it may mean in these notes.</summary>
/// <param name="Word">The word.</param>
/// <param name="Variants">The surest first; empty when the notes have nothing like it.</param>
internal sealed record Meaning(QueryWord Word, IReadOnlyList<Variant> Variants);
