using NotesBot.Search.Text;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Queries;

/// <summary>
/// Words of a question in a script without spaces: each two characters that stand side by side, what is only asked with left out. One
/// character says hardly anything, unless nothing else is left of what was asked.
/// </summary>
internal static class UnspacedQuestion
{
    private static readonly string[] Fillers =
        [.. KnownLanguages.Words(language => language.Fillers).OrderByDescending(filler => filler.Length).ThenBy(filler => filler, StringComparer.Ordinal)];

    /// <summary>The words of a text, with pairs in place of characters; and which of them say hardly anything.</summary>
    internal static List<(Word Word, bool IsStop)> WordsOf(string text, List<Word> read)
    {
        var left = read.Exists(IsUnspaced) ? WithoutFillers(text) : text;
        var words = new List<(Word, bool)>();
        for (var i = 0; i < read.Count; i++)
        {
            if (!IsUnspaced(read[i]))
            {
                words.Add((read[i], false));
            }
            else if (read[i].Reading == Reading.Whole && left[read[i].Start] != ' ')
            {
                AddPair(read, i, left, words);
            }
        }

        return words;

        bool IsUnspaced(Word word) => Characters.IsUnspaced(text, word.Start, text.Length);
    }

    /// <summary>The pair that begins with a character, or at an end the character.</summary>
    private static void AddPair(List<Word> read, int at, string left, List<(Word Word, bool IsStop)> words)
    {
        var word = read[at];
        if (at + 1 < read.Count && read[at + 1].Reading == Reading.Pair && left[word.End] != ' ')
        {
            words.Add((read[at + 1] with { Step = word.Step }, !AreAlike(left, word)));
            return;
        }

        // The last character of a run is in the pair before it, and says nothing more.
        words.Add((word, IsKana(left[word.Start])
            || (word.Start > 0 && Characters.IsUnspaced(left, word.Start - 1, left.Length) && !IsKana(left[word.Start - 1]))));
    }

    /// <summary>Japanese writes nouns in other characters than what joins them.</summary>
    private static bool AreAlike(string text, Word first) => !IsKana(text[first.Start]) && !IsKana(text[first.End]);

    private static bool IsKana(char c) => c is >= '\u3040' and <= '\u309F';

    private static string WithoutFillers(string text) =>
        Fillers.Where(filler => text.Length > filler.Length).Aggregate(text, (left, filler) => Without(left, filler));

    /// <summary>Nothing is left out that is all of a question between two spaces.</summary>
    private static string Without(string text, string filler)
    {
        var left = text.Replace(filler, new string(' ', filler.Length), StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(left) ? text : left;
    }
}
