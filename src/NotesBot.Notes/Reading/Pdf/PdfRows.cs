namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Words of the same height on a page, whatever column they are in.</summary>
internal static class PdfRows
{
    /// <summary>The rows from top to bottom, each from left to right.</summary>
    internal static List<List<PdfWord>> Of(IEnumerable<PdfWord> words)
    {
        var rows = new List<List<PdfWord>>();
        foreach (var word in words.OrderByDescending(word => word.Baseline))
        {
            if (rows.Count == 0 || rows[^1][0].Baseline - word.Baseline > Math.Max(1, 0.2 * Math.Min(word.Size, rows[^1][0].Size)))
            {
                rows.Add([]);
            }

            rows[^1].Add(word);
        }

        rows.ForEach(row => row.Sort((one, other) => one.Left.CompareTo(other.Left)));
        return rows;
    }
}
