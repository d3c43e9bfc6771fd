namespace NotesBot.Search.Text;

/// <summary>
/// The initials of each three words that follow each other, articles and the like left out, so that what an acronym stands for is
/// found even where nobody wrote the acronym: "area under the curve", and not "models are trained on", where a verb stands between.
/// A name in capitals inside gives a letter for each part (T and F for TensorFlow), and a word in "ex" may give an x.
/// </summary>
internal sealed class Initials
{
    /// <summary>How many initials are indexed together.</summary>
    internal const int Length = 3;

    /// <summary>Of the stop words, those that stand inside names: articles, prepositions, "and".</summary>
    private static readonly HashSet<string> Connectors = Vocabulary.Of(language => language.Connectors);

    private const int Letters = 26;
    private static readonly string?[] Known = new string?[Letters * Letters * Letters];

    private readonly HashSet<int> _groups = [];

    /// <summary>Each group of initials once.</summary>
    internal IReadOnlyList<Word> Words => [.. _groups.Select(WordOf)];

    /// <summary>Whether a name may go on over a word that gives no letter.</summary>
    internal static bool Connects(string term) => Connectors.Contains(term);

    /// <summary>Adds the initials of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words, perhaps behind those of others.</param>
    /// <param name="first">The first of its words.</param>
    internal void Add(string text, List<Word> words, int first)
    {
        var letters = LettersOf(words, first, withStops: false);
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
        return Runs(text, letters, LettersOf(WordReader.Read(text), 0, withStops: false));
    }

    /// <summary>Whether words with these initials stand in a text, "just in time" for "jit" included.</summary>
    internal static bool SpellOut(string text, string letters)
    {
        var words = WordReader.Read(text);
        return Runs(text, letters, LettersOf(words, 0, withStops: false)).Any() || Runs(text, letters, LettersOf(words, 0, withStops: true)).Any();
    }

    private static IEnumerable<(IReadOnlyList<string> Terms, bool IsName)> Runs(string text, string letters, List<Letter> giving)
    {
        for (var i = 0; i + letters.Length <= giving.Count; i++)
        {
            if (Fits(giving, i, letters) && IsOneStretch(text, giving, i, letters.Length))
            {
                var run = giving.GetRange(i, letters.Length);
                yield return ([.. run.Select(letter => letter.Word.Term)], run.TrueForAll(letter => char.IsUpper(text[letter.Word.Start])));
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".,;:!?()[]\n|");

    /// <summary>A name does not go on over the end of a sentence or a comma.</summary>
    private static bool IsOneStretch(string text, List<Letter> letters, int first, int count)
    {
        for (var i = first + 1; i < first + count; i++)
        {
            var (from, to) = (letters[i - 1].Word.End, letters[i].Word.Start);
            if (!letters[i].IsConnected || (to > from && text.AsSpan(from, to - from).ContainsAny(Breaks)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(List<Letter> giving, int first, string letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var term = giving[first + i].Word.Term;
            if (term[0] != letters[i] && !(letters[i] == 'x' && GivesX(term)))
            {
                return false;
            }
        }

        return true;
    }

    private void AddGroups(List<Letter> letters, int at)
    {
        var (first, second, third) = (letters[at].Word.Term, letters[at + 1].Word.Term, letters[at + 2].Word.Term);
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

    /// <summary>The words that give a letter, names in their parts; stop words only in few acronyms: "just in time".</summary>
    private static List<Letter> LettersOf(List<Word> words, int first, bool withStops)
    {
        var letters = new List<Letter>(words.Count - first);
        var isConnected = true;
        for (var i = first; i < words.Count; i++)
        {
            if (words[i].Reading > Reading.Part || (words[i].Reading == Reading.Whole && FollowedByPart(words, i)))
            {
                continue;
            }

            if ((StopWords.Contains(words[i].Term) && !withStops) || !char.IsAsciiLetterLower(words[i].Term[0]))
            {
                isConnected &= Connects(words[i].Term);
                continue;
            }

            letters.Add(new Letter(words[i], isConnected));
            isConnected = true;
        }

        return letters;
    }

    /// <summary>A word that gives a letter, and whether it may go on a name that the one before it is of.</summary>
    private readonly record struct Letter(Word Word, bool IsConnected);

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
