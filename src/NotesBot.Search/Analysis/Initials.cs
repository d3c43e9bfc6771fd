using NotesBot.Search.Queries;

namespace NotesBot.Search.Analysis;

/// <summary>
/// The initials of each three words that follow each other, articles and the like left out, so that what an acronym stands for is
/// found even where nobody wrote the acronym. A name in capitals inside gives a letter for each part (T and F for TensorFlow), and
/// a word in "ex" may give an x.
/// </summary>
internal sealed class Initials
{
    /// <summary>How many initials are indexed together.</summary>
    internal const int Length = 3;

    private const int Letters = 26;
    private static readonly string?[] Known = new string?[Letters * Letters * Letters];

    private readonly HashSet<int> _groups = [];

    /// <summary>Each group of initials once.</summary>
    internal IReadOnlyList<Word> Words => [.. _groups.Select(WordOf)];

    /// <summary>Adds the initials of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words, perhaps behind those of others.</param>
    /// <param name="first">The first of its words.</param>
    internal void Add(string text, List<Word> words, int first)
    {
        var letters = LettersOf(words, first);
        for (var i = 0; i + Length <= letters.Count; i++)
        {
            if (IsOneStretch(text, letters, i, Length))
            {
                AddGroups(letters, i);
            }
        }
    }

    /// <summary>The runs of words whose initials are these letters, and whether each word of a run is written with a capital.</summary>
    internal static IEnumerable<(IReadOnlyList<string> Terms, bool IsName)> Runs(string text, string letters)
    {
        var words = LettersOf(WordReader.Read(text), 0);
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

    private void AddGroups(List<Word> words, int at)
    {
        var (first, second, third) = (words[at].Term, words[at + 1].Term, words[at + 2].Term);
        _groups.Add(Group(first[0], second[0], third[0]));
        if (GivesX(first))
        {
            _groups.Add(Group('x', second[0], third[0]));
        }

        if (GivesX(second))
        {
            _groups.Add(Group(first[0], 'x', third[0]));
        }

        if (GivesX(third))
        {
            _groups.Add(Group(first[0], second[0], 'x'));
        }
    }

    private static int Group(char first, char second, char third) =>
        ((((first - 'a') * Letters) + (second - 'a')) * Letters) + (third - 'a');

    private static Word WordOf(int group) => Word.Of(Known[group] ??= new string(
        [(char)('a' + (group / (Letters * Letters))), (char)('a' + (group / Letters % Letters)), (char)('a' + (group % Letters))]));

    private static bool GivesX(string term) => term.StartsWith("ex", StringComparison.Ordinal);

    /// <summary>The words that give a letter, names in their parts.</summary>
    private static List<Word> LettersOf(List<Word> words, int first)
    {
        var letters = new List<Word>(words.Count - first);
        for (var i = first; i < words.Count; i++)
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
