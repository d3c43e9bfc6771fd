using NotesBot.Search.Text;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Queries;

/// <summary>Makes the words of a question from its text.</summary>
/// <param name="language">The language that it is in; <see langword="null"/> when that is not known.</param>
/// <param name="isKnown">Whether the notes have a word.</param>
internal sealed class QuestionWords(Language? language, Predicate<string> isKnown)
{
    /// <summary>Letters of the longest word that is taken with others for one: <c>CI/CD</c>.</summary>
    private const int MaxJoined = 3;

    internal List<QueryWord> Of(string text)
    {
        var found = new List<QueryWord>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = UnspacedQuestion.WordsOf(text, WithJoined(WordReader.Read(text)));
        var position = -1;
        for (var i = 0; i < read.Count; i++)
        {
            position += read[i].Word.Step;
            if (read[i].Word.Reading is not (Reading.Whole or Reading.Joined or Reading.Pair))
            {
                continue;
            }

            if (seen.TryAdd(read[i].Word.Term, found.Count))
            {
                found.Add(WordOf(text, read, i, position) with { Index = found.Count });
            }
            else
            {
                var before = seen[read[i].Word.Term];
                found[before] = found[before] with { Times = found[before].Times + 1 };
            }
        }

        var idle = WithIdle(found, IsShouted(text));
        return idle.TrueForAll(word => word.IsStop) ? [.. found.Select(word => word with { IsStop = false })] : idle;
    }

    /// <summary>The words, short ones that a sign joins as one where the notes have it so: one letter of <c>A/B</c> says nothing.</summary>
    private List<Word> WithJoined(List<Word> read)
    {
        var words = new List<Word>(read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            var at = JoinedAt(read, i);
            if (read[i].Reading != Reading.Whole || at < 0 || !isKnown(read[at].Term) || AreLong(read, i, read[at].End))
            {
                words.AddRange(read[i].Reading == Reading.Joined ? [] : [read[i]]);
                continue;
            }

            words.Add(read[at] with { Step = read[i].Step });
            for (i = at; i + 1 < read.Count && read[i + 1].Start < read[at].End; i++)
            {
                words.AddRange(read[i + 1].Reading == Reading.Whole ? [read[i + 1] with { Reading = Reading.Part }] : []);
            }
        }

        return words;
    }

    /// <summary>Where the word stands that begins with this one; less than 0 for none.</summary>
    private static int JoinedAt(List<Word> read, int first)
    {
        var at = first;
        while (at < read.Count && read[at].Start < read[first].End && !(read[at].Start == read[first].Start && read[at].Reading == Reading.Joined))
        {
            at++;
        }

        return at < read.Count && read[at].Reading == Reading.Joined && read[at].Start == read[first].Start ? at : -1;
    }

    private static bool AreLong(List<Word> read, int first, int end) => read.Skip(first).TakeWhile(word => word.Start < end)
        .Any(word => word.Reading == Reading.Whole && word.End <= end && word.Length > MaxJoined);

    /// <summary>The same, words that narrow nothing marked: courtesy, what names the library itself, what asks for a meaning.</summary>
    private List<QueryWord> WithIdle(List<QueryWord> words, bool isShouted)
    {
        var terms = words.ConvertAll(word => word.Term);
        return
        [
            .. words.Select((word, at) => word with
            {
                IsShouted = isShouted,
                IsStop = word.IsStop || (isShouted && StopWords.Contains(word.Term, language)) || IsIdle(at) || IdleWords.Asks(terms, at),
                IsIdle = IsIdle(at),
            }),
        ];

        bool IsIdle(int at) => IdleWords.IsCourtesy(terms[at]) || IdleWords.NamesLibrary(terms, at);
    }

    /// <summary>Whether several words are all written in capitals, which then say nothing.</summary>
    private static bool IsShouted(string text) =>
        !text.Any(char.IsLower) && text.Any(char.IsUpper) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsUpper)) > 1;

    private QueryWord WordOf(string text, List<(Word Word, bool IsStop)> read, int at, int position)
    {
        var (word, isStop) = read[at];
        var readings = read.Skip(at + 1).Select(other => other.Word)
            .TakeWhile(other => other.Start < word.End && other.Reading is not (Reading.Whole or Reading.Pair)).ToList();
        var capitals = readings.Exists(other => other.Reading == Reading.Capitals);
        isStop |= Symbols.IsOne(word.Term) || (!capitals && word.Reading != Reading.Joined && StopWords.Contains(word.Term, language));
        return new QueryWord(0, word.Term, text.Substring(word.Start, word.Length), position, isStop)
        {
            IsCapitals = capitals,
            Parts = [.. readings.Where(part => part.Reading == Reading.Part).Select(part => part.Term)],
        };
    }
}
