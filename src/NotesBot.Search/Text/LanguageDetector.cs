using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Util;

namespace NotesBot.Search.Text;

/// <summary>Tells the language of a note or a question by its articles, pronouns and the like: they make up a third of any text.</summary>
internal static class LanguageDetector
{
    /// <summary>When so much of a note was read, no further passage is.</summary>
    private const int MaxWords = 2_000;

    /// <summary>A smaller share of such words is a list of names, or another language.</summary>
    private const double MinShare = 0.08;

    /// <summary>In which languages a word is such a one, a bit for each.</summary>
    private static readonly Lazy<Dictionary<string, int>> Lists = new(() => Merged(
    [
        (Language.English, EnglishAnalyzer.DefaultStopSet),
        (Language.German, GermanAnalyzer.DefaultStopSet),
        (Language.French, FrenchAnalyzer.DefaultStopSet),
        (Language.Spanish, SpanishAnalyzer.DefaultStopSet),
        (Language.Italian, ItalianAnalyzer.DefaultStopSet),
        (Language.Portuguese, PortugueseAnalyzer.DefaultStopSet),
        (Language.Dutch, DutchAnalyzer.DefaultStopSet),
        (Language.Swedish, SwedishAnalyzer.DefaultStopSet),
    ]));

    /// <summary>Whether a word is an article, a pronoun or the like in any of the languages.</summary>
    internal static bool IsFunctionWord(string term) => Lists.Value.ContainsKey(term);

    /// <summary>The language of a note, by its passages.</summary>
    internal static Language Of(IEnumerable<PassageWords> passages)
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

        var most = (Language)counts.IndexOf(MaxOf(counts));
        return counts[(int)most] >= Math.Max(2, read * MinShare) ? most : Language.None;
    }

    /// <summary>The language of a question to notes in several, by the same words; of those that it has as many of, the one that comes first.</summary>
    internal static Language Of(IEnumerable<string> question, IReadOnlyList<Language> among)
    {
        var lists = question.Select(term => Lists.Value.GetValueOrDefault(term)).ToList();
        return among.MaxBy(language => lists.Count(languages => (languages & (1 << (int)language)) != 0));
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

    private static Dictionary<string, int> Merged(IEnumerable<(Language Language, CharArraySet Words)> lists)
    {
        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (language, words) in lists)
        {
            foreach (var word in words)
            {
                var folded = Characters.Fold(word.ToString()!);
                merged[folded] = merged.GetValueOrDefault(folded) | (1 << (int)language);
            }
        }

        return merged;
    }
}
