using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>In which passages the variants of a query stand, and how often: read once, and looked at twice.</summary>
internal sealed class Matches
{
    private readonly List<MatchList> _lists = [];
    private int[] _documents = new int[1 << 12];
    private int[] _frequencies = new int[1 << 12];
    private int _count;

    /// <summary>A list for each segment and variant that it has, in order of segments, words and variants.</summary>
    internal IReadOnlyList<MatchList> Lists => _lists;

    internal ReadOnlySpan<int> DocumentsOf(MatchList list) => _documents.AsSpan(list.Start, list.Count);

    internal ReadOnlySpan<int> FrequenciesOf(MatchList list) => _frequencies.AsSpan(list.Start, list.Count);

    /// <summary>Reads a cursor to its end.</summary>
    internal MatchList Add(Cursor cursor, int leaf, int word, int variant)
    {
        var start = _count;
        while (cursor.Next() is var document && document != Postings.End)
        {
            if (_count == _documents.Length)
            {
                Array.Resize(ref _documents, 2 * _count);
                Array.Resize(ref _frequencies, 2 * _count);
            }

            (_documents[_count], _frequencies[_count]) = (document, cursor.Frequency);
            _count++;
        }

        var list = new MatchList(leaf, word, variant, start, _count - start);
        _lists.Add(list);
        return list;
    }

    internal void Clear()
    {
        _lists.Clear();
        _count = 0;
    }
}

/// <summary>The matches of one variant in one segment.</summary>
/// <param name="Leaf">Number of the segment.</param>
/// <param name="Word">Number of the word of the query.</param>
/// <param name="Variant">Number of the variant of the word.</param>
/// <param name="Start">Where they begin among all matches.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct MatchList(int Leaf, int Word, int Variant, int Start, int Count);
