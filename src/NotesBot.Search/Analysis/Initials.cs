using NotesBot.Search.Queries;

namespace NotesBot.Search.Analysis;

/// <summary>
/// The initials of each three words that follow each other, articles and the like left out, so that what an acronym stands for is
/// found even where nobody wrote the acronym. A name in capitals inside gives a letter for each part (T and F for TensorFlow), and
/// a word in "ex" may give an x.
/// </summary>
internal static class Initials
{
    /// <summary>How many initials are indexed together.</summary>
    internal const int Length = 3;

    /// <summary>Each group of initials once.</summary>
    internal static HashSet<string> Of(IEnumerable<string> texts)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var words = Letters(text);
            for (var i = 0; i + Length <= words.Count; i++)
            {
                AddGroups(words, i, groups);
            }
        }

        return groups;
    }

    /// <summary>The runs of words whose initials are these letters, and whether each word of a run is written with a capital.</summary>
    internal static IEnumerable<(IReadOnlyList<string> Terms, bool IsName)> Runs(string text, string letters)
    {
        var words = Letters(text);
        for (var i = 0; i + letters.Length <= words.Count; i++)
        {
            if (Fits(words, i, letters) && IsOneStretch(text, words, i, letters.Length))
            {
                var run = words.GetRange(i, letters.Length);
                yield return ([.. run.Select(word => word.Term)], run.TrueForAll(word => char.IsUpper(text[word.Start])));
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".,;:!?()[]\n|");

    /// <summary>A name does not go on over the end of a sentence or a comma.</summary>
    private static bool IsOneStretch(string text, List<Word> words, int first, int count)
    {
        for (var i = first + 1; i < first + count; i++)
        {
            if (words[i].Start > words[i - 1].End && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).ContainsAny(Breaks))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(List<Word> words, int first, string letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var term = words[first + i].Term;
            if (term[0] != letters[i] && !(letters[i] == 'x' && GivesX(term)))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddGroups(List<Word> words, int at, HashSet<string> groups)
    {
        Span<char> plain = [words[at].Term[0], words[at + 1].Term[0], words[at + 2].Term[0]];
        groups.Add(new string(plain));
        for (var i = 0; i < Length; i++)
        {
            if (GivesX(words[at + i].Term))
            {
                var own = plain[i];
                plain[i] = 'x';
                groups.Add(new string(plain));
                plain[i] = own;
            }
        }
    }

    private static bool GivesX(string term) => term.StartsWith("ex", StringComparison.Ordinal);

    /// <summary>The words that give a letter, names in their parts.</summary>
    private static List<Word> Letters(string text)
    {
        var words = WordReader.Read(text);
        var letters = new List<Word>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var hasParts = words[i].Reading == Reading.Whole && FollowedByPart(words, i);
            if (words[i].Reading != Reading.Capitals && !hasParts && char.IsAsciiLetterLower(words[i].Term[0]) && !StopWords.Contains(words[i].Term))
            {
                letters.Add(words[i]);
            }
        }

        return letters;
    }

    private static bool FollowedByPart(List<Word> words, int at)
    {
        for (var next = at + 1; next < words.Count && words[next].Reading != Reading.Whole; next++)
        {
            if (words[next].Reading == Reading.Part)
            {
                return true;
            }
        }

        return false;
    }
}
