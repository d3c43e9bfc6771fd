using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>Which words of a text are those of the query, and what they are worth.</summary>
internal sealed class MatchedTerms
{
    private readonly Dictionary<string, (int Word, double Worth, bool IsStop)> _terms = new(StringComparer.Ordinal);

    internal MatchedTerms(IReadOnlyList<ScoredMeaning> meanings)
    {
        for (var word = 0; word < meanings.Count; word++)
        {
            for (var i = 0; i < meanings[word].Variants.Count; i++)
            {
                Add((word, meanings[word].Worth[i], meanings[word].Word.IsStop), meanings[word].Variants[i]);
            }
        }
    }

    /// <summary>The words of the query that stand in a stretch of a text.</summary>
    internal List<Match> In(string text, int start, int end)
    {
        var words = new List<Word>();
        WordReader.Read(text, start, end, words);
        var matches = new List<Match>();
        foreach (var word in words)
        {
            if (_terms.TryGetValue(word.Term, out var found))
            {
                matches.Add(new Match(found.Word, found.Worth, word.Start, word.Length) { IsStop = found.IsStop });
            }
        }

        return matches;
    }

    private void Add((int Word, double Worth, bool IsStop) meaning, Variant variant)
    {
        if (variant.Tier == Tier.Related)
        {
            return;
        }

        foreach (var term in variant.Terms)
        {
            var share = meaning.Worth / variant.Terms.Count;
            if (!_terms.TryGetValue(term, out var known) || known.Worth < share)
            {
                _terms[term] = (meaning.Word, share, meaning.IsStop);
            }
        }
    }
}

/// <summary>A word of the query in a text.</summary>
internal sealed record Match(int Word, double Worth, int Start, int Length)
{
    /// <summary>Whether it says hardly anything.</summary>
    internal bool IsStop { get; init; }

    internal int End => Start + Length;
}
