using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>Words that say hardly anything in a question: articles, pronouns, auxiliaries, question words and how people ask.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = KnownLanguages.Words(language => language.Stops);

    internal static bool Contains(string term) => Words.Contains(term);
}
