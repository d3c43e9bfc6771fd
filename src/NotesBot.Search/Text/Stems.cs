using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>Stems of folded words. Used only to relate the words of a query to those of the notes: the index holds words as written.</summary>
internal sealed class Stems
{
    private readonly List<Func<string, string>> _stemmers;
    private readonly List<string> _prefixes;

    internal Stems(IReadOnlyList<Language> languages)
    {
        _stemmers = [.. languages.Select(language => language.NewStemmer()).OfType<Func<string, string>>()];
        _prefixes = [.. languages.SelectMany(language => KnownLanguages.Split(language.Prefixes)).Select(prefix => FoldedText.Of(prefix))];
    }

    /// <summary>A stem for each language that the notes are in.</summary>
    internal IReadOnlyList<string> Of(string word) => [.. _stemmers.Select(stemmer => stemmer(word))];

    /// <summary>What forms of a word begin with besides what they have in common, where something is written before it.</summary>
    internal IEnumerable<string> Beginnings(IReadOnlyList<string> stems) =>
        _prefixes.Count == 0 ? [] : stems.SelectMany(stem => _prefixes.Select(prefix => prefix + stem).Prepend(stem));

    /// <summary>Whether two words have the same stem in a language.</summary>
    internal bool Agree(IReadOnlyList<string> stems, string word)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            if (_stemmers[i](word) == stems[i])
            {
                return true;
            }
        }

        return false;
    }
}
