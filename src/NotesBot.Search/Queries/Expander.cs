using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>Finds for each word of a query what it may mean in these notes, guesses only where there is nothing surer.</summary>
internal sealed class Expander(Scope scope)
{
    private readonly MeaningWeights _weights = scope.Weights.Meanings;
    private readonly LibraryWords _words = scope.Words;
    private readonly Stems _stems = new(scope.View.Languages);
    private readonly Acronyms _acronyms = new(scope);
    private readonly Guesser _guesser = new(scope);

    internal IReadOnlyList<Meaning> Expand(SearchQuery query)
    {
        var meant = new Synonyms(scope).Of(query);
        var variants = query.Words.Select(word => VariantsOf(word, meant[word.Index])).ToArray();
        AddJoined(query, variants);
        _acronyms.AddAcronymsOfRuns(query, variants);
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
        AddPlural(word.Term, variants);
        AddForms(word, variants);
        if (!variants.Exists(variant => variant.Tier <= Tier.Synonym))
        {
            _guesser.AddGuesses(word, variants);
        }

        if (word.IsCapitals || (variants.Count == 0 && !word.IsEnglish))
        {
            _acronyms.AddLongForms(word, variants);
        }

        return variants;
    }

    private void AddExact(QueryWord word, List<Variant> variants)
    {
        if (word.IsCapitals && StopWords.Contains(word.Term) && _words.Frequency(word.Text) is > 0 and var capitals)
        {
            variants.Add(Variant.Of(word.Text, 1, Tier.Exact, capitals));
            return;
        }

        if (_words.Frequency(word.Term) is > 0 and var frequency)
        {
            variants.Add(Variant.Of(word.Term, 1, Tier.Exact, frequency));
        }

        foreach (var spelling in Spellings.Of(word.Term, word.Text))
        {
            if (_words.Frequency(spelling) is > 0 and var other)
            {
                variants.Add(Variant.Of(spelling, variants.Count == 0 ? 1 : _weights.Umlaut, Tier.Exact, other + TotalOf(variants)));
            }
        }
    }

    private void AddParts(QueryWord word, List<Variant> variants)
    {
        if (word.Parts.Count > 1 && word.Parts.Min(_words.Frequency) is > 0 and var frequency)
        {
            variants.Add(new Variant(word.Parts, variants.Count == 0 ? 1 : _weights.Parts, Tier.Exact, Math.Max(frequency, TotalOf(variants))));
        }
    }

    /// <summary>An acronym and its plural, which no stemmer knows: CNN and CNNs, GPU and GPUs are one word.</summary>
    private void AddPlural(string term, List<Variant> variants)
    {
        var other = term.Length > 2 && term[^1] == 's' && IsAcronym(term[..^1]) ? term[..^1] : IsAcronym(term) ? term + "s" : null;
        if (other is not null && _words.Frequency(other) is > 0 and var frequency)
        {
            variants.Add(Variant.Of(other, _weights.Plural, Tier.Stem, frequency + TotalOf(variants)));
        }
    }

    /// <summary>Whether the notes write it in capitals.</summary>
    private bool IsAcronym(string term) => term.Length > 1 && _words.Frequency(term.ToUpperInvariant()) > 0;

    private void AddForms(QueryWord word, List<Variant> variants)
    {
        var wanted = _stems.Of(word.Term);
        var beginning = wanted.Select(stem => CommonBeginning(stem, word.Term)).DefaultIfEmpty(word.Term).MinBy(text => text.Length)!;
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var start in _stems.Beginnings(wanted).Prepend(beginning).Where(start => start.Length >= LeastBeginning(start)).Distinct())
        {
            _words.AddStarting(start, found);
        }

        var known = variants.Count > 0;
        var others = found.Where(pair => pair.Key != word.Term && !char.IsAsciiLetterUpper(pair.Key[0]) && !char.IsAsciiDigit(pair.Key[0]));
        var byAgreement = others.ToLookup(pair => _stems.Agree(wanted, pair.Key));
        AddAll(byAgreement[true], known ? _weights.Stem : Math.Sqrt(_weights.Stem), Tier.Stem, variants);
        if (variants.Count > 0 && beginning.Length >= _weights.MinLongBeginning)
        {
            AddAll(byAgreement[false].OrderByDescending(pair => pair.Value).Take(20), _weights.LongBeginning, Tier.Beginning, variants);
        }
    }

    /// <summary>A syllable of Korean is written as one character.</summary>
    private static int LeastBeginning(string start) => start.Length > 0 && start[0] is >= '\uAC00' and <= '\uD7A3' ? 1 : 3;

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
            var joined = second.Position == first.Position + 1 ? JoinedOf(first, first.Term + second.Term) : [];
            variants[i].AddRange(joined);
            variants[i + 1].AddRange(joined);
        }
    }

    /// <summary>Two words in one; Korean writes a particle behind them.</summary>
    private List<Variant> JoinedOf(QueryWord word, string term)
    {
        if (_words.Frequency(term) is > 0 and var frequency)
        {
            return [Variant.Of(term, _weights.Parts, Tier.Joined, frequency)];
        }

        var forms = new List<Variant>();
        if (LeastBeginning(term) == 1)
        {
            AddForms(word with { Term = term }, forms);
        }

        return forms;
    }
}
