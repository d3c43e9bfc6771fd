using System.Collections.Concurrent;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Room to work in: sums for each passage of a segment (all zero between two uses), and the matches of a query. Lent, since making it
/// anew for each question would take longer than the question.
/// </summary>
internal sealed class Scratch
{
    private static readonly ConcurrentBag<Scratch> Free = [];

    private int[] _touched = [];
    private int[] _touchedByWord = [];
    private int _touchedCount;
    private int _touchedByWordCount;
    private float[] _word = [];

    /// <summary>The sum of each passage of the segment at hand.</summary>
    internal float[] Total { get; private set; } = [];

    /// <summary>The candidate that a passage of the segment at hand is, from 1; 0 for none.</summary>
    internal int[] Slots { get; private set; } = [];

    /// <summary>The passages of the segment at hand that have a sum.</summary>
    internal ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>All matches of the query, by segment, word and variant.</summary>
    internal Matches Matches { get; } = new();

    internal static Scratch Lend() => Free.TryTake(out var used) ? used : new Scratch();

    internal void Return()
    {
        Matches.Clear();
        Free.Add(this);
    }

    /// <summary>Makes room for a segment.</summary>
    internal void Prepare(int documents)
    {
        if (Total.Length < documents)
        {
            (Total, _word, Slots) = (new float[documents], new float[documents], new int[documents]);
            (_touched, _touchedByWord) = (new int[documents], new int[documents]);
        }
    }

    /// <summary>A variant of the word at hand: only the best one of a document counts.</summary>
    internal void Offer(int document, float score)
    {
        var before = _word[document];
        if (before == 0)
        {
            _touchedByWord[_touchedByWordCount++] = document;
        }

        _word[document] = Math.Max(before, score);
    }

    internal void EndWord()
    {
        foreach (var document in _touchedByWord.AsSpan(0, _touchedByWordCount))
        {
            if (Total[document] == 0)
            {
                _touched[_touchedCount++] = document;
            }

            Total[document] += _word[document];
            _word[document] = 0;
        }

        _touchedByWordCount = 0;
    }

    internal void EndSegment()
    {
        foreach (var document in Touched)
        {
            Total[document] = 0;
        }

        _touchedCount = 0;
    }
}
