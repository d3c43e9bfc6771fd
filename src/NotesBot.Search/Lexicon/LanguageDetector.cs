using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Util;
using NotesBot.Search.Analysis;

namespace NotesBot.Search.Lexicon;

/// <summary>Tells the language of a note by its articles, pronouns and the like: they make up a third of any text.</summary>
internal static class LanguageDetector
{
    /// <summary>So much of a note is read.</summary>
    private const int MaxWords = 2_000;

    /// <summary>A smaller share of such words is a list of names, or another language.</summary>
    private const double MinShare = 0.08;

    private static readonly Lazy<(Language Language, HashSet<string> Words)[]> Lists = new(() =>
    [
        (Language.English, Folded(EnglishAnalyzer.DefaultStopSet)),
        (Language.German, Folded(GermanAnalyzer.DefaultStopSet)),
        (Language.French, Folded(FrenchAnalyzer.DefaultStopSet)),
        (Language.Spanish, Folded(SpanishAnalyzer.DefaultStopSet)),
        (Language.Italian, Folded(ItalianAnalyzer.DefaultStopSet)),
        (Language.Portuguese, Folded(PortugueseAnalyzer.DefaultStopSet)),
        (Language.Dutch, Folded(DutchAnalyzer.DefaultStopSet)),
        (Language.Swedish, Folded(SwedishAnalyzer.DefaultStopSet)),
    ]);

    internal static Language Of(IEnumerable<string> texts)
    {
        var words = texts.SelectMany(WordReader.Read).Where(word => word.Reading == Reading.Whole).Take(MaxWords).Select(word => word.Term).ToList();
        var (language, count) = Lists.Value.Select(list => (list.Language, Count: words.Count(list.Words.Contains))).MaxBy(list => list.Count);
        return count >= Math.Max(2, words.Count * MinShare) ? language : Language.None;
    }

    private static HashSet<string> Folded(CharArraySet set)
    {
        var folded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in set)
        {
            folded.Add(Characters.Fold(word.ToString()!));
        }

        return folded;
    }
}
