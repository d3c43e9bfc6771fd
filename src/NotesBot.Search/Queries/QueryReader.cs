using NotesBot.Search.Text;
using NotesBot.Search.Text.Languages;
using NotesBot.Search.Thesaurus;

namespace NotesBot.Search.Queries;

/// <summary>Reads a question: its words, phrases and exclusions, and how common its words are in English where the notes are.</summary>
internal sealed class QueryReader(Scope scope)
{
    internal SearchQuery Read(string text)
    {
        var language = LanguageOf(text);
        var query = Bounded(QueryParser.Parse(text, language, word => scope.Words.Frequency(word) > 0));
        query = query with { Words = [.. query.Words.Select(AsMeant)] };
        return language == KnownLanguages.English ? query with { Words = [.. query.Words.Select(InEnglish)], IsEnglish = true } : query;
    }

    /// <summary>
    /// Of a very long question the words that tell most: those that the notes have, the rarest first. Each costs a look at the vocabulary, so
    /// that a pasted page would take fifty times as long as a question.
    /// </summary>
    private SearchQuery Bounded(SearchQuery query) => query with
    {
        Words = query.Words.Count(word => !word.IsStop) <= MostWords && query.Words.Count <= 2 * MostWords ? query.Words : Telling(query.Words),
        Phrases = [.. query.Phrases.Take(MostPhrases).Select(phrase => phrase.Take(LongestPhrase).ToList())],
        Excluded = [.. query.Excluded.Take(MostExcluded)],
    };

    private List<QueryWord> Telling(IReadOnlyList<QueryWord> words) =>
    [
        .. words.Where(word => !word.IsStop)
            .OrderBy(word => scope.Words.Frequency(word.Term) is > 0 and var frequency ? frequency : int.MaxValue)
            .Take(MostWords).OrderBy(word => word.Index).Select((word, index) => word with { Index = index }),
    ];

    private Language LanguageOf(string text)
    {
        var languages = scope.View.Languages;
        return languages.Count == 1 ? languages[0] : LanguageDetector.Of(WordReader.Read(text).Select(word => word.Term), languages);
    }

    /// <summary>Capitals are taken for an acronym only where the notes write the word so, or do not have it.</summary>
    private QueryWord AsMeant(QueryWord word)
    {
        var isPlain = word.IsShouted || (word.Term.Length >= MinPlain && scope.Words.Frequency(word.Term) > 0);
        return word.IsCapitals && isPlain && scope.Words.Frequency(word.Term.ToUpperInvariant()) == 0 ? word with { IsCapitals = false } : word;
    }

    /// <summary>No whole question that people ask has so many words that tell something.</summary>
    private const int MostWords = 24;

    private const int MostPhrases = 4;

    /// <summary>Words of a phrase; those behind them find nothing else.</summary>
    private const int LongestPhrase = 12;

    private const int MostExcluded = 16;

    /// <summary>Letters from which on a word in capitals may be a plain one.</summary>
    private const int MinPlain = 4;

    private static QueryWord InEnglish(QueryWord word) =>
        word with { EnglishUses = word.IsCapitals || word.Parts.Count > 0 ? 0 : EnglishWords.Count(word.Term) };
}
