using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>Finds for each word of a query what it may mean in these notes, guesses only where there is nothing surer.</summary>
internal sealed class Expander(LibraryWords words, Stems stems, Acronyms acronyms, Synonyms synonyms)
{
    private const double SpelledWithUmlaut = 0.95;
    private const double ByStem = 0.6;
    private const double ByLongBeginning = 0.3;
    private const double ByParts = 0.9;
    private const int MinLongBeginning = 5;

    private readonly Guesser _guesser = new(words);

    internal IReadOnlyList<Meaning> Expand(SearchQuery query)
    {
        var meant = synonyms.Of(query);
        var variants = query.Words.Select(word => VariantsOf(word, meant[word.Index])).ToArray();
        AddJoined(query, variants);
        acronyms.AddAcronymsOfRuns(query, variants);
        return [.. query.Words.Select((word, i) => new Meaning(word, variants[i]))];
    }

    private List<Variant> VariantsOf(QueryWord word, IEnumerable<Variant> meant)
    {
        var variants = new List<Variant>();
        AddExact(word, variants);
        variants.AddRange(meant);
        if (word.IsStop)
        {
            return variants;
        }

        AddParts(word, variants);
        AddForms(word, variants);
        if (!variants.Exists(variant => variant.Tier <= Tier.Synonym))
        {
            _guesser.AddGuesses(word, variants);
        }

        if (word.IsCapitals || (variants.Count == 0 && !word.IsEnglish))
        {
            acronyms.AddLongForms(word, variants);
        }

        return variants;
    }

    private void AddExact(QueryWord word, List<Variant> variants)
    {
        if (words.Frequency(word.Term) is > 0 and var frequency)
        {
            variants.Add(Variant.Of(word.Term, 1, Tier.Exact, frequency));
        }

        foreach (var spelling in Umlauts.Spellings(word.Term, word.Text))
        {
            if (words.Frequency(spelling) is > 0 and var other)
            {
                variants.Add(Variant.Of(spelling, variants.Count == 0 ? 1 : SpelledWithUmlaut, Tier.Exact, other + TotalOf(variants)));
            }
        }
    }

    private void AddParts(QueryWord word, List<Variant> variants)
    {
        if (word.Parts.Count > 1 && word.Parts.Min(words.Frequency) is > 0 and var frequency)
        {
            variants.Add(new Variant(word.Parts, variants.Count == 0 ? 1 : ByParts, Tier.Exact, Math.Max(frequency, TotalOf(variants))));
        }
    }

    private void AddForms(QueryWord word, List<Variant> variants)
    {
        var wanted = stems.Of(word.Term);
        var beginning = wanted.Select(stem => CommonBeginning(stem, word.Term)).DefaultIfEmpty(word.Term).MinBy(text => text.Length)!;
        if (beginning.Length < 3)
        {
            return;
        }

        var known = variants.Count > 0;
        var others = words.StartingWith(beginning).Where(pair => pair.Key != word.Term && char.IsAsciiLetterLower(pair.Key[0]));
        var byAgreement = others.ToLookup(pair => stems.Agree(wanted, pair.Key));
        AddAll(byAgreement[true], known ? ByStem : Math.Sqrt(ByStem), Tier.Stem, variants);
        if (variants.Count > 0 && beginning.Length >= MinLongBeginning)
        {
            AddAll(byAgreement[false].OrderByDescending(pair => pair.Value).Take(20), ByLongBeginning, Tier.Beginning, variants);
        }
    }

    /// <summary>The rarity of a form is that of all forms together: the guess that it is meant must not make it look rare.</summary>
    private static void AddAll(IEnumerable<KeyValuePair<string, int>> found, double weight, Tier tier, List<Variant> variants)
    {
        var list = found.ToList();
        var total = TotalOf(variants) + list.Sum(pair => pair.Value);
        variants.AddRange(list.Select(pair => Variant.Of(pair.Key, weight, tier, total)));
    }

    private static int TotalOf(List<Variant> variants) => variants.Count == 0 ? 0 : variants.Max(variant => variant.Frequency);

    private static string CommonBeginning(string one, string other)
    {
        var length = one.AsSpan().CommonPrefixLength(other);
        return other[..length];
    }

    /// <summary>"data set" finds "dataset": the two words in one stand for both.</summary>
    private void AddJoined(SearchQuery query, List<Variant>[] variants)
    {
        for (var i = 0; i + 1 < variants.Length; i++)
        {
            var (first, second) = (query.Words[i], query.Words[i + 1]);
            if (second.Position != first.Position + 1 || words.Frequency(first.Term + second.Term) is not (> 0 and var frequency))
            {
                continue;
            }

            var joined = Variant.Of(first.Term + second.Term, ByParts, Tier.Joined, frequency);
            variants[i].Add(joined);
            variants[i + 1].Add(joined);
        }
    }
}
