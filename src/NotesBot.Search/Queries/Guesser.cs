using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>What a word may mean that the notes do not have: a beginning, two words in one, a compound, a slip of the finger.</summary>
internal sealed class Guesser(LibraryWords words)
{
    private const double ByBeginning = 0.8;

    /// <summary>What is an English word by itself, or was typed as an acronym, is less likely the beginning of another.</summary>
    private const double ByBeginningOfWord = 0.5;

    private const double BySplitting = 0.9;
    private const double ByCompound = 0.5;
    private const double OneSlip = 0.85;
    private const double TwoSlips = 0.65;
    private const int MinBeginning = 3;
    private const int MinPart = 3;
    private const int MinCompoundPart = 5;
    private const int MaxBeginnings = 40;
    private const int MaxCorrections = 3;

    internal void AddGuesses(QueryWord word, List<Variant> variants)
    {
        foreach (var term in Umlauts.Spellings(word.Term, word.Text).Prepend(word.Term))
        {
            AddBeginnings(term, word.IsEnglish || word.IsCapitals ? ByBeginningOfWord : ByBeginning, variants);
            AddSplit(term, variants);
            if (!word.IsEnglish)
            {
                AddCompounds(term, variants);
            }
        }

        if (variants.Count == 0 && !word.IsCapitals && !word.IsEnglish)
        {
            AddCorrections(word, variants);
        }
    }

    private void AddBeginnings(string term, double weight, List<Variant> variants)
    {
        if (term.Length < MinBeginning || char.IsAsciiDigit(term[0]))
        {
            return;
        }

        var found = words.StartingWith(term).OrderByDescending(pair => pair.Value).Take(MaxBeginnings).ToList();
        var total = found.Sum(pair => pair.Value);
        variants.AddRange(found.Select(pair => Variant.Of(pair.Key, weight, Tier.Beginning, total)));
    }

    private void AddSplit(string term, List<Variant> variants)
    {
        var best = (At: 0, Frequency: 0);
        for (var at = MinPart; at <= term.Length - MinPart; at++)
        {
            var frequency = Math.Min(words.Frequency(term[..at]), words.Frequency(term[at..]));
            best = frequency > best.Frequency ? (at, frequency) : best;
        }

        if (best.Frequency > 0)
        {
            variants.Add(new Variant([term[..best.At], term[best.At..]], BySplitting, Tier.Joined, best.Frequency));
        }
    }

    private void AddCompounds(string term, List<Variant> variants)
    {
        if (term.Length < MinCompoundPart || !IsLetters(term))
        {
            return;
        }

        var found = words.Holding(term).OrderByDescending(pair => pair.Value).Take(MaxBeginnings).ToList();
        var total = found.Sum(pair => pair.Value);
        variants.AddRange(found.Select(pair => Variant.Of(pair.Key, ByCompound, Tier.Compound, total)));
    }

    private void AddCorrections(QueryWord word, List<Variant> variants)
    {
        if (word.Term.Length < 4 || !IsLetters(word.Term))
        {
            return;
        }

        var limit = word.Term.Length >= 8 ? 2 : 1;
        variants.AddRange(Umlauts.Spellings(word.Term, word.Text).Prepend(word.Term)
            .SelectMany(term => words.Near(term, limit).Select(pair => (Word: pair.Key, Frequency: pair.Value, Slip: Slip.Between(term, pair.Key, limit))))
            .OrderBy(near => near.Slip.Distance).ThenByDescending(near => near.Slip.Likelihood).ThenByDescending(near => near.Frequency)
            .ThenBy(near => near.Word, StringComparer.Ordinal).DistinctBy(near => near.Word).Take(MaxCorrections)
            .Select(near => Variant.Of(near.Word, near.Slip.Distance > 1 ? TwoSlips : OneSlip, Tier.Corrected, near.Frequency)));
    }

    private static bool IsLetters(string term) => !term.AsSpan().ContainsAnyExceptInRange('a', 'z');
}
