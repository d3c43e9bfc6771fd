using System.Numerics;
using System.Runtime.InteropServices;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>Tells the language of a note or a question by its articles, pronouns and the like: they make up a third of any text.</summary>
internal static class LanguageDetector
{
    /// <summary>When so much of a note was read, no further passage is.</summary>
    private const int MaxWords = 2_000;

    /// <summary>A smaller share of such words is a list of names, or another language.</summary>
    private const double MinShare = 0.08;

    /// <summary>In which languages a word is such a one, a bit for each.</summary>
    private static readonly Lazy<Dictionary<string, int>> Lists = new(Merged);

    /// <summary>Whether a word is an article, a pronoun or the like in any of the languages.</summary>
    internal static bool IsFunctionWord(string term) => Lists.Value.ContainsKey(term);

    /// <summary>The language of a note, by its passages; <see langword="null"/> when it is not known.</summary>
    internal static Language? Of(IEnumerable<PassageWords> passages)
    {
        Span<int> counts = stackalloc int[32];
        var read = 0;
        foreach (var passage in passages)
        {
            if (read < MaxWords)
            {
                read += Count(CollectionsMarshal.AsSpan(passage.Words)[passage.OfText], counts);
            }
        }

        var most = counts.IndexOf(MaxOf(counts));
        return counts[most] >= Math.Max(2, read * MinShare) ? KnownLanguages.All[most] : null;
    }

    /// <summary>The language of a question to notes in several, by the same words; of those that it has as many of, the one that comes first.</summary>
    internal static Language Of(IEnumerable<string> question, IReadOnlyList<Language> among)
    {
        var lists = question.Select(term => Lists.Value.GetValueOrDefault(term)).ToList();
        return among.MaxBy(language => lists.Count(languages => (languages & BitOf(language)) != 0))!;
    }

    /// <summary>Counts the words of each language. How many words there are.</summary>
    private static int Count(ReadOnlySpan<Word> words, Span<int> counts)
    {
        var (lists, read) = (Lists.Value, 0);
        foreach (var word in words)
        {
            if (word.Reading == Reading.Whole)
            {
                read++;
                for (var languages = lists.GetValueOrDefault(word.Term); languages != 0; languages &= languages - 1)
                {
                    counts[BitOperations.TrailingZeroCount(languages)]++;
                }
            }
        }

        return read;
    }

    private static int MaxOf(ReadOnlySpan<int> counts)
    {
        var max = 0;
        foreach (var count in counts)
        {
            max = Math.Max(max, count);
        }

        return max;
    }

    private static Dictionary<string, int> Merged()
    {
        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in KnownLanguages.All)
        {
            foreach (var word in language.FunctionWords)
            {
                var folded = Characters.Fold(word);
                merged[folded] = merged.GetValueOrDefault(folded) | BitOf(language);
            }
        }

        return merged;
    }

    private static int BitOf(Language language) => 1 << KnownLanguages.NumberOf(language);
}
