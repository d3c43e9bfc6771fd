using System.Text.RegularExpressions;
using NotesBot.Search.Text;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Queries;

/// <summary>Reads what somebody typed: words, <c>"quoted phrases"</c>, <c>-word</c>. Every other character is only text, never an error.</summary>
internal static partial class QueryParser
{
    /// <summary>Marks that a chat writes for people, places and pictures: <c>&lt;@123&gt;</c>, <c>&lt;#123&gt;</c>, <c>&lt;:name:123&gt;</c>.</summary>
    [GeneratedRegex(@"<(?:[@#][!&]?|a?:\w{1,64}:)\d{1,20}>")]
    private static partial Regex ChatMark();

    /// <summary>What a name out of a program has and no term: <c>snake_case</c>, <c>np.array</c>, <c>apply()</c>, <c>std::map</c>.</summary>
    [GeneratedRegex(@"\w_\w|[\p{L}\d]\.\p{L}|\w\(|\w::\w|^--?\w")]
    private static partial Regex CodeMark();

    /// <summary>Reads a question.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="language">The language that it is in; <see langword="null"/> when that is not known.</param>
    /// <param name="isKnown">Whether the notes have a word.</param>
    internal static SearchQuery Parse(string typed, Language? language = null, Predicate<string>? isKnown = null)
    {
        var reading = new QuestionWords(language, isKnown ?? (_ => false));
        var text = ChatMark().Replace(typed, " ");
        var (plain, phrases, excluded) = TakeOperators(text);
        var words = reading.Of(plain);
        var query = words.Count > 0
            ? new SearchQuery(words, phrases, excluded) { Question = plain }
            : new SearchQuery(reading.Of(text), [], []) { Question = text };
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
}
