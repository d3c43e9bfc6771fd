using System.Numerics;
using System.Runtime.InteropServices;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>
/// Tells the language of a note or a question by its articles, pronouns and the like, which make up a third of any text, or by its script.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>When so much of a note was read, no further passage is.</summary>
    private const int MaxWords = 2_000;

    /// <summary>A smaller share of such words is a list of names, or another language.</summary>
    private const double MinShare = 0.08;

    /// <summary>Most languages that are told apart.</summary>
    private const int MaxLanguages = 32;

    /// <summary>Characters of Japanese that Chinese lacks make up a third of its text, and those of both the rest.</summary>
    private const double Kana = 4;

    /// <summary>In which languages a word is such a one, a bit for each.</summary>
    private static readonly Lazy<Dictionary<string, uint>> Lists = new(Merged);

    private static readonly Lazy<(char First, char Last, int Language)[]> Scripts = new(() =>
    [
        .. KnownLanguages.All.Where(language => language.Script.Length > 0)
            .Select(language => (language.Script[0], language.Script[^1], KnownLanguages.NumberOf(language))),
    ]);

    /// <summary>Whether a word is an article, a pronoun or the like in any of the languages.</summary>
    internal static bool IsFunctionWord(string term) => Lists.Value.ContainsKey(term);

    /// <summary>The language of a note, by its passages; <see langword="null"/> when it is not known.</summary>
    internal static Language? Of(IEnumerable<PassageWords> passages)
    {
        Span<double> shares = stackalloc double[MaxLanguages];
        Span<int> counts = stackalloc int[MaxLanguages];
        var read = 0;
        foreach (var passage in passages)
        {
            if (read < MaxWords)
            {
                read += Count(CollectionsMarshal.AsSpan(passage.Words)[passage.OfText], counts, shares);
            }
        }

        var most = Largest(shares);
        return counts[most] >= Math.Max(2, read * MinShare) ? KnownLanguages.All[most] : null;
    }

    /// <summary>The language of a question to notes in several, by the same; of those that it speaks for as much, the one that comes first.</summary>
    internal static Language Of(IEnumerable<string> question, IReadOnlyList<Language> among)
    {
        var known = among.Aggregate(0u, (bits, language) => bits | BitOf(language));
        Span<double> shares = stackalloc double[MaxLanguages];
        foreach (var term in question)
        {
            Add(LanguagesOf(term) & known, 1, shares);
        }

        var best = among[0];
        foreach (var language in among)
        {
            best = shares[KnownLanguages.NumberOf(language)] > shares[KnownLanguages.NumberOf(best)] ? language : best;
        }

        return best;
    }

    /// <summary>Counts the words of each language; a word of several is shared among them. How many words there are.</summary>
    private static int Count(ReadOnlySpan<Word> words, Span<int> counts, Span<double> shares)
    {
        var read = 0;
        foreach (var word in words)
        {
            if (word.Reading != Reading.Whole)
            {
                continue;
            }

            read++;
            var languages = LanguagesOf(word.Term);
            Add(languages, word.Term[0] is >= '\u3040' and <= '\u30FF' ? Kana : 1, shares);
            for (; languages != 0; languages &= languages - 1)
            {
                counts[BitOperations.TrailingZeroCount(languages)]++;
            }
        }

        return read;
    }

    private static void Add(uint languages, double weight, Span<double> shares)
    {
        var share = weight / Math.Max(1, BitOperations.PopCount(languages));
        for (; languages != 0; languages &= languages - 1)
        {
            shares[BitOperations.TrailingZeroCount(languages)] += share;
        }
    }

    /// <summary>The languages that a word is typical of, a bit for each; a letter alone may be a quantity.</summary>
    private static uint LanguagesOf(string term)
    {
        var languages = Lists.Value.GetValueOrDefault(term);
        if (term[0] < '\u0370' || (term.Length == 1 && term[0] < '\u3040'))
        {
            return languages;
        }

        foreach (var (first, last, language) in Scripts.Value)
        {
            languages |= term[0] >= first && term[0] <= last ? 1u << language : 0;
        }

        return languages;
    }

    private static int Largest(ReadOnlySpan<double> shares)
    {
        var largest = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            largest = shares[i] > shares[largest] ? i : largest;
        }

        return largest;
    }

    private static Dictionary<string, uint> Merged()
    {
        var merged = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var language in KnownLanguages.All)
        {
            foreach (var word in language.FunctionWords)
            {
                var folded = FoldedText.Of(word);
                merged[folded] = merged.GetValueOrDefault(folded) | BitOf(language);
            }
        }

        return merged;
    }

    private static uint BitOf(Language language) => 1u << KnownLanguages.NumberOf(language);
}
