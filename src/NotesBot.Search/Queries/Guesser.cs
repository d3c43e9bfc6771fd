using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>What a word may mean that the notes do not have: a beginning, two words in one, a compound, a slip of the finger.</summary>
internal sealed class Guesser(Scope scope)
{
    private const int MaxBeginnings = 40;
    private const int MaxCorrections = 3;

    private readonly GuessWeights _weights = scope.Weights.Guesses;
    private readonly LibraryWords _words = scope.Words;

    internal void AddGuesses(QueryWord word, List<Variant> variants)
    {
        foreach (var term in Spellings.Of(word.Term, word.Text).Prepend(word.Term))
        {
            AddBeginnings(term, word.IsEnglish || word.IsCapitals ? _weights.BeginningOfWord : _weights.Beginning, variants);
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
        if (term.Length < _weights.MinBeginning || char.IsAsciiDigit(term[0]))
        {
            return;
        }

        var found = _words.StartingWith(term).OrderByDescending(pair => pair.Value).Take(MaxBeginnings).ToList();
        var total = found.Sum(pair => pair.Value);
        variants.AddRange(found.Select(pair => Variant.Of(pair.Key, weight, Tier.Beginning, total)));
    }

    private void AddSplit(string term, List<Variant> variants)
    {
        var best = (At: 0, Frequency: 0);
        for (var at = _weights.MinPart; at <= term.Length - _weights.MinPart; at++)
        {
            var frequency = Math.Min(_words.Frequency(term[..at]), _words.Frequency(term[at..]));
            best = frequency > best.Frequency ? (at, frequency) : best;
        }

        if (best.Frequency > 0)
        {
            variants.Add(new Variant([term[..best.At], term[best.At..]], _weights.Split, Tier.Joined, best.Frequency));
        }
    }

    private void AddCompounds(string term, List<Variant> variants)
    {
        if (term.Length < _weights.MinCompoundPart || !IsLetters(term))
        {
            return;
        }

        var found = _words.Holding(term).OrderByDescending(pair => pair.Value).Take(MaxBeginnings).ToList();
        var total = found.Sum(pair => pair.Value);
        variants.AddRange(found.Select(pair => Variant.Of(pair.Key, _weights.Compound, Tier.Compound, total)));
    }

    private void AddCorrections(QueryWord word, List<Variant> variants)
    {
        if (word.Term.Length < _weights.MinForOneSlip || !IsLetters(word.Term) || LanguageDetector.IsFunctionWord(word.Term))
        {
            return;
        }

        var limit = word.Term.Length >= _weights.MinForTwoSlips ? 2 : 1;
        variants.AddRange(Spellings.Of(word.Term, word.Text).Prepend(word.Term)
            .SelectMany(term => _words.Near(term, limit).Select(pair => (Word: pair.Key, Frequency: pair.Value, Slip: Slip.Between(term, pair.Key, limit))))
            .OrderBy(near => near.Slip.Distance).ThenByDescending(near => near.Slip.Likelihood).ThenByDescending(near => near.Frequency)
            .ThenBy(near => near.Word, StringComparer.Ordinal).DistinctBy(near => near.Word).Take(MaxCorrections)
            .Select(near => Variant.Of(near.Word, near.Slip.Distance > 1 ? _weights.TwoSlips : _weights.OneSlip, Tier.Corrected, near.Frequency)));
    }

    private static bool IsLetters(string term) => term.All(char.IsLetter);
}
