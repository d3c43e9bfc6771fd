using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>Words that say hardly anything in a question: articles, pronouns, auxiliaries, question words and how people ask.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = Vocabulary.Of(language => language.Stops);

    internal static bool Contains(string term) => Words.Contains(term);

    /// <summary>The same for a question in a language, where more words say nothing.</summary>
    internal static bool Contains(string term, Language? language) =>
        Words.Contains(term) || (language is not null && Vocabulary.OwnStops(language).Contains(term));
}
