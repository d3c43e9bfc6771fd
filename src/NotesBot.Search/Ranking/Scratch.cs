namespace NotesBot.Search.Ranking;

/// <summary>Sums for each document of a segment; all zero between two uses.</summary>
internal sealed class Scratch
{
    private readonly List<int> _touchedByWord = [];
    private float[] _word = [];

    internal float[] Total { get; private set; } = [];

    internal List<int> Touched { get; } = [];

    internal void Prepare(int documents)
    {
        if (Total.Length < documents)
        {
            (Total, _word) = (new float[documents], new float[documents]);
        }
    }

    /// <summary>A variant of the word at hand: only the best one of a document counts.</summary>
    internal void Offer(int document, float score)
    {
        if (_word[document] == 0)
        {
            _touchedByWord.Add(document);
        }

        _word[document] = Math.Max(_word[document], score);
    }

    internal void EndWord()
    {
        foreach (var document in _touchedByWord)
        {
            if (Total[document] == 0)
            {
                Touched.Add(document);
            }

            Total[document] += _word[document];
            _word[document] = 0;
        }

        _touchedByWord.Clear();
    }

    internal void EndSegment()
    {
        foreach (var document in Touched)
        {
            Total[document] = 0;
        }

        Touched.Clear();
    }
}
