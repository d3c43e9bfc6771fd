namespace NotesBot.Notes.Reading;

/// <summary>Which line an offset of a text is in.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];

    internal LineTable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' || (text[i] is '\r' && (i + 1 == text.Length || text[i + 1] is not '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The line of an offset, from 1.</summary>
    internal int LineOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        return index >= 0 ? index + 1 : ~index;
    }
}
