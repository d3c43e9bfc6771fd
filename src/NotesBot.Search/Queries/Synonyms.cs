namespace NotesBot.Search.Queries;

/// <summary>What the words of a query mean by the owner's synonyms, as far as the notes have it.</summary>
internal sealed class Synonyms(Scope scope)
{
    /// <summary>For each word of the query what it stands for: by itself, or as a part of a phrase.</summary>
    internal IReadOnlyList<IReadOnlyList<Variant>> Of(SearchQuery query)
    {
        List<Variant>[] variants = [.. query.Words.Select(_ => new List<Variant>())];
        var table = scope.Outside.Synonyms;
        var terms = query.Words.Select(word => word.Term).ToList();
        for (var first = 0; first < terms.Count; first++)
        {
            foreach (var (length, meaning) in table.At(terms, first))
            {
                Add(meaning, variants.AsSpan(first, length));
            }
        }

        return variants;
    }

    private void Add(IReadOnlyList<string> meaning, ReadOnlySpan<List<Variant>> variants)
    {
        if (meaning.Min(scope.Words.Frequency) is not (> 0 and var frequency))
        {
            return;
        }

        foreach (var ofWord in variants)
        {
            ofWord.Add(new Variant(meaning, scope.Weights.Meanings.Synonym, Tier.Synonym, frequency));
        }
    }
}
