using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>Words that are written as one with a hyphen.</summary>
internal static class Compounds
{
    /// <summary>Whether a word stands in texts, and always as a part of a compound whose other part was not asked for.</summary>
    internal static bool IsOnlyHalf(string term, IReadOnlyList<string> texts, IReadOnlyList<ScoredMeaning> meanings)
    {
        var asked = meanings.Select(meaning => meaning.Word.Term).ToHashSet(StringComparer.Ordinal);
        var found = 0;
        foreach (var text in texts)
        {
            var words = WordReader.Read(text).FindAll(word => word.Reading == Reading.Whole);
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].Term != term)
                {
                    continue;
                }

                found++;
                if (!IsHalf(text, words, i, asked))
                {
                    return false;
                }
            }
        }

        return found > 0;
    }

    private static bool IsHalf(string text, List<Word> words, int at, HashSet<string> asked)
    {
        var joinsBefore = at > 0 && IsHyphen(text, words[at - 1].End, words[at].Start) && !asked.Contains(words[at - 1].Term);
        var joinsNext = at + 1 < words.Count && IsHyphen(text, words[at].End, words[at + 1].Start) && !asked.Contains(words[at + 1].Term);
        return joinsBefore || joinsNext;
    }

    private static bool IsHyphen(string text, int from, int to) => to == from + 1 && text[from] is '-' or '\u2010' or '\u2011';
}
