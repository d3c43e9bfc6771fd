using NotesBot.Search.Queries;

namespace NotesBot.Search.Ranking;

/// <summary>How much of a question a passage has. Words of related meaning do not count: they rank, but prove nothing.</summary>
internal sealed class Coverage
{
    private readonly IReadOnlyList<ScoredMeaning> _meanings;
    private readonly double _total;

    internal Coverage(IReadOnlyList<ScoredMeaning> meanings)
    {
        _meanings = meanings;
        Content = [.. Enumerable.Range(0, meanings.Count).Where(word => !meanings[word].Word.IsStop)];
        _total = Math.Max(1e-9, Content.Sum(word => meanings[word].Rarity));
    }

    /// <summary>The numbers of the words that are no stop words.</summary>
    internal IReadOnlyList<int> Content { get; }

    /// <summary>The share of the words, by rarity and by how sure it is that they are meant: 0 to 1.</summary>
    internal double Of(Candidate candidate) => Content.Sum(word => _meanings[word].Rarity * Certainty(candidate, word)) / _total;

    /// <summary>How sure it is that a word is meant by what stands in the passage; 0 when nothing does.</summary>
    internal double Certainty(Candidate candidate, int word) => Found(candidate, word)?.Weight ?? 0;

    /// <summary>What stands in the passage for a word; <see langword="null"/> for nothing.</summary>
    internal Variant? Found(Candidate candidate, int word)
    {
        var best = candidate.Best[word];
        return best < 0 || _meanings[word].Variants[best].Tier == Tier.Related ? null : _meanings[word].Variants[best];
    }
}
