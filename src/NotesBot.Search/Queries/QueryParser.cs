using System.Text.RegularExpressions;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>Reads what somebody typed: words, <c>"quoted phrases"</c>, <c>-word</c>. Every other character is only text, never an error.</summary>
internal static partial class QueryParser
{
    /// <summary>More words than any question has; the rest of a pasted page says nothing new.</summary>
    private const int MaxWords = 48;

    /// <summary>Marks that a chat writes for people, places and pictures: <c>&lt;@123&gt;</c>, <c>&lt;#123&gt;</c>, <c>&lt;:name:123&gt;</c>.</summary>
    [GeneratedRegex(@"<(?:[@#][!&]?|a?:\w{1,64}:)\d{1,20}>")]
    private static partial Regex ChatMark();

    /// <summary>What a name out of a program has and no term: <c>snake_case</c>, <c>np.array</c>, <c>apply()</c>, <c>std::map</c>.</summary>
    [GeneratedRegex(@"\w_\w|[\p{L}\d]\.\p{L}|\w\(|\w::\w|^--?\w")]
    private static partial Regex CodeMark();

    internal static SearchQuery Parse(string typed)
    {
        var text = ChatMark().Replace(typed, " ");
        var (plain, phrases, excluded) = TakeOperators(text);
        var words = WordsOf(plain);
        var query = words.Count > 0
            ? new SearchQuery(words, phrases, excluded) { Question = plain }
            : new SearchQuery(WordsOf(text), [], []) { Question = text };
        return query with { IsCode = CodeMark().IsMatch(text) };
    }

    private static (string Plain, List<IReadOnlyList<string>> Phrases, List<string> Excluded) TakeOperators(string text)
    {
        var rest = text.ToCharArray();
        var phrases = new List<IReadOnlyList<string>>();
        var excluded = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (IsQuote(text[at]) && ClosingQuote(text, at) is var close and > 0)
            {
                AddPhrase(text[(at + 1)..close], phrases);
                at = close;
            }
            else if (IsMinus(text, at))
            {
                var end = EndOfWord(text, at);
                excluded.AddRange(TermsOf(text[(at + 1)..end]));
                Array.Fill(rest, ' ', at, end - at);
                at = end - 1;
            }
        }

        return (new string(rest), phrases, excluded);
    }

    private static void AddPhrase(string text, List<IReadOnlyList<string>> phrases)
    {
        var terms = TermsOf(text);
        if (terms.Count > 0)
        {
            phrases.Add(terms);
        }
    }

    private static List<string> TermsOf(string text) =>
        [.. WordReader.Read(text).Where(word => word.Reading == Reading.Whole).Select(word => word.Term)];

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';

    private static int ClosingQuote(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (IsQuote(text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsMinus(string text, int at) =>
        text[at] == '-' && (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static List<QueryWord> WordsOf(string text)
    {
        var found = new List<QueryWord>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = WordReader.Read(text);
        var position = -1;
        for (var i = 0; i < read.Count && found.Count < MaxWords; i++)
        {
            position += read[i].Step;
            if (read[i].Reading != Reading.Whole)
            {
                continue;
            }

            if (seen.TryAdd(read[i].Term, found.Count))
            {
                found.Add(WordOf(text, read, i, position) with { Index = found.Count });
            }
            else
            {
                var before = seen[read[i].Term];
                found[before] = found[before] with { Times = found[before].Times + 1 };
            }
        }

        var idle = WithIdle(found, IsShouted(text));
        return idle.TrueForAll(word => word.IsStop) ? [.. found.Select(word => word with { IsStop = false })] : idle;
    }

    /// <summary>The same, words that narrow nothing marked: courtesy, what names the library itself, what asks for a meaning.</summary>
    private static List<QueryWord> WithIdle(List<QueryWord> words, bool isShouted)
    {
        var terms = words.ConvertAll(word => word.Term);
        return
        [
            .. words.Select((word, at) => word with
            {
                IsShouted = isShouted,
                IsStop = word.IsStop || (isShouted && StopWords.Contains(word.Term)) || IsIdle(at) || IdleWords.Asks(terms, at),
                IsIdle = IsIdle(at),
            }),
        ];

        bool IsIdle(int at) => IdleWords.IsCourtesy(terms[at]) || IdleWords.NamesLibrary(terms, at);
    }

    /// <summary>Whether several words are all written in capitals, which then say nothing.</summary>
    private static bool IsShouted(string text) =>
        !text.Any(char.IsLower) && text.Any(char.IsUpper) && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsUpper)) > 1;

    private static QueryWord WordOf(string text, List<Word> read, int at, int position)
    {
        var readings = read.Skip(at + 1).TakeWhile(word => word.Reading != Reading.Whole).ToList();
        var capitals = readings.Exists(word => word.Reading == Reading.Capitals);
        var word = read[at];
        return new QueryWord(0, word.Term, text.Substring(word.Start, word.Length), position, !capitals && StopWords.Contains(word.Term))
        {
            IsCapitals = capitals,
            Parts = [.. readings.Where(part => part.Reading == Reading.Part).Select(part => part.Term)],
        };
    }
}
