using System.Collections.Concurrent;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>Lists of words of the languages, folded as the index folds them.</summary>
internal static class Vocabulary
{
    private static readonly ConcurrentDictionary<Language, HashSet<string>> Own = new();

    /// <summary>The words of a list of all languages.</summary>
    internal static HashSet<string> Of(Func<Language, string> list) => Folded(KnownLanguages.All.SelectMany(language => KnownLanguages.Split(list(language))));

    /// <summary>Words that say hardly anything in a question in a language.</summary>
    internal static HashSet<string> OwnStops(Language language) =>
        Own.GetOrAdd(language, static one => Folded([.. KnownLanguages.Split(one.OwnStops), .. one.FunctionWords]));

    private static HashSet<string> Folded(IEnumerable<string> words) => new(words.Select(word => FoldedText.Of(word)), StringComparer.Ordinal);
}
