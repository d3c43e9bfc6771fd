using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>Which words of a text are those of the query, and what they are worth.</summary>
internal sealed class MatchedTerms
{
    private readonly Dictionary<string, (int Word, double Worth)> _terms = new(StringComparer.Ordinal);

    internal MatchedTerms(IReadOnlyList<ScoredMeaning> meanings)
    {
        for (var word = 0; word < meanings.Count; word++)
        {
            for (var i = 0; i < meanings[word].Variants.Count; i++)
            {
                Add(word, meanings[word].Variants[i], meanings[word].Worth[i]);
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
                matches.Add(new Match(found.Word, found.Worth, word.Start, word.Length));
            }
        }

        return matches;
    }

    private void Add(int word, Variant variant, double worth)
    {
        if (variant.Tier == Tier.Related)
        {
            return;
        }

        foreach (var term in variant.Terms)
        {
            var share = worth / variant.Terms.Count;
            if (!_terms.TryGetValue(term, out var known) || known.Worth < share)
            {
                _terms[term] = (word, share);
            }
        }
    }
}

/// <summary>A word of the query in a text.</summary>
internal sealed record Match(int Word, double Worth, int Start, int Length);
