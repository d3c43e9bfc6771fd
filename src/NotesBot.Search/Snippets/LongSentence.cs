using NotesBot.Search.Ranking;

namespace NotesBot.Search.Snippets;

/// <summary>A sentence that may be too long to be shown: then what is shown of it is the stretch with the most of the query, between words.</summary>
internal sealed class LongSentence(string text, Sentence sentence, List<Match> matches)
{
    private const string Ellipsis = "…";

    /// <summary>So far a cut moves to fall between two words.</summary>
    private const int MaxSkipped = 40;

    /// <summary>The sentence in at most so many UTF-16 units, with an ellipsis where it is cut.</summary>
    internal string Within(int length)
    {
        if (sentence.Length <= length)
        {
            return text.Substring(sentence.Start, sentence.Length);
        }

        var room = length - (2 * Ellipsis.Length);
        var best = matches.Count == 0 ? sentence.Start : BestStart(room);
        var start = WordStart(Math.Clamp(best - (room / 8), sentence.Start, sentence.End - room));
        var end = WordEnd(Math.Min(sentence.End, start + room), start);
        return (start > sentence.Start ? Ellipsis : "") + text[start..end] + (end < sentence.End ? Ellipsis : "");
    }

    private int BestStart(int room)
    {
        var starts = matches.Select(match => (match.Start, Sum: matches
            .Where(other => other.Start >= match.Start && other.Start < match.Start + (room * 7 / 8)).DistinctBy(other => other.Word).Sum(other => other.Worth)));
        return starts.MaxBy(start => start.Sum).Start;
    }

    /// <summary>The next beginning of a word, or the place itself inside a very long one.</summary>
    private int WordStart(int at)
    {
        if (at <= sentence.Start || char.IsWhiteSpace(text[at - 1]))
        {
            return at;
        }

        var space = text.AsSpan(at, Math.Min(MaxSkipped, text.Length - at)).IndexOfAny(' ', '\n');
        return space >= 0 ? at + space + 1 : char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private int WordEnd(int at, int start)
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

        return end > start ? end : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
