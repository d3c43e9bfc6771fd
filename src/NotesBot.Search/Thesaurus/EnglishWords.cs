using System.Globalization;

namespace NotesBot.Search.Thesaurus;

/// <summary>
/// How often words are used in English at large, from WordNet's counts: whoever types such a word has not misspelt another, and a common
/// one that happens to be rare in a library does not tell its passages apart.
/// </summary>
internal static class EnglishWords
{
    private static readonly Lazy<SortedLines> Lines = new(() => SortedLines.Embedded("english.txt.br"));

    private static readonly (string Ending, string Instead)[] Endings =
        [("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")];

    /// <summary>How often a word, or what it is a form of, was counted; 0 for one that is not known.</summary>
    internal static int Count(string word) => BasesOf(word).Max(CountOf);

    /// <summary>The word, and what it may be a form of.</summary>
    internal static IEnumerable<string> BasesOf(string word)
    {
        yield return word;
        if (Lines.Value.Find(word)?.Split('\t') is [_, var irregular])
        {
            yield return irregular;
        }

        foreach (var (ending, instead) in Endings)
        {
            if (word.Length <= ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = word[..^ending.Length];
            yield return rest + instead;
            if (instead.Length == 0 && rest[^1] == rest[^2])
            {
                yield return rest[..^1];
            }
        }
    }

    private static int CountOf(string word) =>
        Lines.Value.Find(word) is { } line ? int.Parse(line.Split('\t')[0], CultureInfo.InvariantCulture) : 0;
}
