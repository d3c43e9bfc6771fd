using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text;

/// <summary>Stems of folded words. Used only to relate the words of a query to those of the notes: the index holds words as written.</summary>
internal sealed class Stems
{
    private readonly List<SnowballProgram> _stemmers;

    internal Stems(IEnumerable<Language> languages) => _stemmers = [.. languages.Select(StemmerOf).OfType<SnowballProgram>()];

    /// <summary>A stem for each language that the notes are in.</summary>
    internal IReadOnlyList<string> Of(string word) => [.. _stemmers.Select(stemmer => Stem(stemmer, word))];

    /// <summary>Whether two words have the same stem in a language.</summary>
    internal bool Agree(IReadOnlyList<string> stems, string word)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            if (Stem(_stemmers[i], word) == stems[i])
            {
                return true;
            }
        }

        return false;
    }

    private static string Stem(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static SnowballProgram? StemmerOf(Language language) => language switch
    {
        Language.English => new EnglishStemmer(),
        Language.German => new German2Stemmer(),
        Language.French => new FrenchStemmer(),
        Language.Spanish => new SpanishStemmer(),
        Language.Italian => new ItalianStemmer(),
        Language.Portuguese => new PortugueseStemmer(),
        Language.Dutch => new DutchStemmer(),
        Language.Swedish => new SwedishStemmer(),
        _ => null,
    };
}
