using System.Text;
using NotesBot.Notes;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Snippets;

/// <summary>Writes the chosen sentences of a passage as one text, and marks the words of the query in it.</summary>
/// <param name="terms">The words of the query.</param>
/// <param name="minMarked">A word worth less of the best one in the text is no answer: "is" and "the" are not marked beside what was asked.</param>
internal sealed class SnippetText(MatchedTerms terms, double minMarked)
{
    private const string Ellipsis = "…";

    /// <summary>So far a cut moves to fall between two words.</summary>
    private const int MaxSkipped = 40;

    internal Snippet Write(Passage passage, List<Sentence> sentences, SortedSet<int> chosen)
    {
        var text = new StringBuilder();
        var last = -1;
        foreach (var i in chosen)
        {
            Append(text, Separator(passage.Text, sentences, last, i));
            Append(text, WithHeader(passage.Text, sentences, chosen, i));
            Append(text, Shortened(passage.Text, sentences[i]));
            last = i;
        }

        var whole = Cut(text.ToString());
        return new Snippet(whole, Marks(whole), sentences[chosen.Min].Start);
    }

    private static void Append(StringBuilder text, string piece)
    {
        if (text.Length + piece.Length <= Hit.MaxSnippetLength || text.Length == 0)
        {
            text.Append(piece);
        }
    }

    /// <summary>What stood between the two sentences, as short as it can be.</summary>
    private static string Separator(string text, List<Sentence> sentences, int last, int next)
    {
        if (last < 0)
        {
            return "";
        }

        var between = text.AsSpan(sentences[last].End, sentences[next].Start - sentences[last].End);
        var isLine = between.Contains('\n');
        return last + 1 == next ? (isLine ? "\n" : " ") : (isLine ? $"\n{Ellipsis}\n" : $" {Ellipsis} ");
    }

    /// <summary>A table row says nothing without the row that names its columns.</summary>
    private static string WithHeader(string text, List<Sentence> sentences, SortedSet<int> chosen, int row)
    {
        if (sentences[row].Kind != PassagePartKind.TableRow)
        {
            return "";
        }

        var header = row - 1;
        while (header >= 0 && sentences[header].Kind == PassagePartKind.TableRow && !chosen.Contains(header))
        {
            header--;
        }

        return header >= 0 && sentences[header].Kind == PassagePartKind.TableHeader && !chosen.Contains(header) && sentences[header].Length <= 150
            ? string.Concat(text.AsSpan(sentences[header].Start, sentences[header].Length), "\n")
            : "";
    }

    /// <summary>A sentence longer than a snippet is cut around its first word of the query.</summary>
    private string Shortened(string text, Sentence sentence)
    {
        if (sentence.Length <= Hit.MaxSnippetLength)
        {
            return text.Substring(sentence.Start, sentence.Length);
        }

        var room = Hit.MaxSnippetLength - (2 * Ellipsis.Length);
        var matches = terms.In(text, sentence.Start, sentence.End);
        var best = matches.Count == 0 ? sentence.Start : BestStart(matches, room);
        var start = WordStart(text, Math.Clamp(best - (room / 8), sentence.Start, sentence.End - room), sentence.Start);
        var end = WordEnd(text, Math.Min(sentence.End, start + room), start);
        return (start > sentence.Start ? Ellipsis : "") + text[start..end] + (end < sentence.End ? Ellipsis : "");
    }

    private static int BestStart(List<Match> matches, int room)
    {
        var starts = matches.Select(match => (match.Start, Sum: matches
            .Where(other => other.Start >= match.Start && other.Start < match.Start + (room * 7 / 8)).DistinctBy(other => other.Word).Sum(other => other.Worth)));
        return starts.MaxBy(start => start.Sum).Start;
    }

    /// <summary>The next beginning of a word, or the place itself inside a very long one.</summary>
    private static int WordStart(string text, int at, int least)
    {
        if (at <= least || char.IsWhiteSpace(text[at - 1]))
        {
            return at;
        }

        var space = text.AsSpan(at, Math.Min(MaxSkipped, text.Length - at)).IndexOfAny(' ', '\n');
        return space >= 0 ? at + space + 1 : char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int WordEnd(string text, int at, int start)
    {
        if (at >= text.Length)
        {
            return text.Length;
        }

        var end = at;
        while (end > start && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return end > start ? end : at;
    }

    private static string Cut(string text)
    {
        if (text.Length <= Hit.MaxSnippetLength)
        {
            return text;
        }

        var end = Hit.MaxSnippetLength - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Ellipsis);
    }

    private List<TextMark> Marks(string text)
    {
        var marks = new List<TextMark>();
        var matches = terms.In(text, 0, text.Length);
        var least = minMarked * matches.Select(match => match.Worth).DefaultIfEmpty().Max();
        foreach (var match in matches.Where(match => match.Worth >= least))
        {
            if (marks.Count == 0 || marks[^1].Start + marks[^1].Length <= match.Start)
            {
                marks.Add(new TextMark(match.Start, match.Length));
            }
        }

        return marks;
    }
}
