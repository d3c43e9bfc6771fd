namespace NotesBot.Commands;

/// <summary>The cells of a table's row, which stands in one line with <c> | </c> between them.</summary>
public static class TableCells
{
    private const string Border = " | ";

    /// <summary>Where the cells of a row stand in a text, without the spaces around them; the first and the last may be empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="row">The row in it.</param>
    public static IReadOnlyList<(int Start, int Length)> Of(string text, BodyStretch row)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(row);
        var (at, end) = (row.Start, row.Start + row.Length);
        var cells = new List<(int, int)>();
        if (text.AsSpan(at, row.Length).StartsWith("| "))
        {
            cells.Add((at, 0));
            at += 2;
        }

        while (text.IndexOf(Border, at, end - at, StringComparison.Ordinal) is >= 0 and var border)
        {
            cells.Add(Trimmed(text, at, border));
            at = border + Border.Length;
        }

        var isOpen = text.AsSpan(at, end - at).EndsWith(" |");
        cells.Add(Trimmed(text, at, isOpen ? end - 2 : end));
        return isOpen ? [.. cells, (end, 0)] : cells;
    }

    private static (int Start, int Length) Trimmed(string text, int from, int to)
    {
        var cell = text.AsSpan(from, to - from);
        var lead = cell.Length - cell.TrimStart().Length;
        return (from + lead, cell.Trim().Length);
    }
}
