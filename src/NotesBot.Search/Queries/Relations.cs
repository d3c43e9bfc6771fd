using NotesBot.Search.Thesaurus;

namespace NotesBot.Search.Queries;

/// <summary>Words of the notes that are related in meaning to a word of the query: the least sure of all that it may mean.</summary>
internal sealed class Relations(Scope scope, RelatedWords table, int passages)
{
    private const int MaxVariants = 30;

    /// <summary>Nor is it worth the time to walk through more passages than this.</summary>
    private const int MaxFrequency = 5_000;

    /// <summary>The same with what is related, too, behind all that is surer.</summary>
    internal Meaning With(Meaning meaning)
    {
        if (meaning.Word.IsStop)
        {
            return meaning;
        }

        var known = meaning.Variants.SelectMany(variant => variant.Terms).ToHashSet(StringComparer.Ordinal);
        var found = BaseForms(meaning.Word.Term).SelectMany(table.Of).OrderByDescending(related => related.Weight)
            .SelectMany(related => Forms(related.Word).Select(form => related with { Word = form }))
            .DistinctBy(related => related.Word).Where(related => IsUseful(related.Word, known)).Take(MaxVariants).ToList();
        return meaning with
        {
            Variants =
            [
                .. meaning.Variants,
                .. found.Select(related => Variant.Of(related.Word, scope.Weights.Meanings.Related * related.Weight, Tier.Related, scope.Words.Frequency(related.Word))),
            ],
        };
    }

    private bool IsUseful(string form, HashSet<string> known) =>
        !known.Contains(form) && scope.Words.Frequency(form) is > 0 and var frequency && frequency <= Math.Min(MaxFrequency, Math.Max(3, passages * scope.Weights.Meanings.MostRelated));

    /// <summary>The word, what it may be a form of, and what whoever or however is named by it does.</summary>
    private static IEnumerable<string> BaseForms(string term)
    {
        var bases = EnglishWords.BasesOf(term);
        return term.Length > 4 && term[^2..] is "er" or "ly" ? [.. bases, term[..^2], term[..^1]] : bases;
    }

    private static IEnumerable<string> Forms(string word)
    {
        var stem = word.EndsWith('e') ? word[..^1] : word;
        return word.EndsWith('y')
            ? [word, word + "s", word[..^1] + "ies", word[..^1] + "ied", word + "ing"]
            : [word, word + "s", stem + "es", stem + "ed", stem + "ing"];
    }
}
