namespace NotesBot.Notes.Reading.Pdf;

/// <summary>A table found in lines.</summary>
/// <param name="Lines">How many lines it takes.</param>
/// <param name="HasHeader">Whether its first row names the columns.</param>
/// <param name="Rows">Its rows, each with a text for every column.</param>
internal sealed record PdfTable(int Lines, bool HasHeader, IReadOnlyList<string[]> Rows);

/// <summary>Finds tables: rows of cells that stand in columns with a clear gap between them. In doubt there is none.</summary>
internal sealed class PdfTables(IReadOnlyList<PdfLine> lines, PdfTypography typography)
{
    private const int MinRows = 3;
    private const int MaxColumns = 12;

    /// <summary>The table that begins with a line; <see langword="null"/> when none does.</summary>
    internal PdfTable? RowsFrom(int index)
    {
        if (lines[index] is not { Cells.Count: >= 2 and <= MaxColumns, IsFixed: false })
        {
            return null;
        }

        var taken = Candidates(index);
        var columns = ColumnsOf(taken);
        taken = columns is null ? [] : [.. taken.TakeWhile(line => line.Cells.All(cell => ColumnOf(columns, cell) >= 0))];
        while (taken.Count > 0 && taken[^1].Cells.Count == 1 && !typography.IsClose(taken[^2], taken[^1]))
        {
            taken.RemoveAt(taken.Count - 1);
        }

        var rows = columns is null || IsFormula(taken) ? [] : RowsOf(taken, columns);
        return rows.Count < MinRows || taken.Count(line => line.Cells.Count > 1) < MinRows ? null : new PdfTable(taken.Count, HasHeader(taken), rows);
    }

    /// <summary>Lines below one another that have cells, or could be the second line of one.</summary>
    private List<PdfLine> Candidates(int index)
    {
        var taken = new List<PdfLine> { lines[index] };
        for (var next = index + 1; next < lines.Count; next++)
        {
            var (before, line) = (taken[^1], lines[next]);
            if (line.Region != before.Region || before.Baseline - line.Baseline > 3 * line.Size || line.IsFixed
                || line.Cells.Count == 1 && (!typography.IsClose(before, line) || PdfMarker.Of(line) is { IsSure: true }))
            {
                break;
            }

            taken.Add(line);
        }

        return taken;
    }

    /// <summary>Where each column begins and ends, by the rows that have all cells; <see langword="null"/> when they do not agree.</summary>
    private static List<(double Left, double Right)>? ColumnsOf(List<PdfLine> taken)
    {
        var full = taken.Where(line => line.Cells.Count > 1).GroupBy(line => line.Cells.Count).MaxBy(same => same.Count() * same.Key);
        if (full is null || full.Count() < 2)
        {
            return null;
        }

        var columns = Enumerable.Range(0, full.Key)
            .Select(column => (Left: full.Min(line => line.Cells[column].Left), Right: full.Max(line => line.Cells[column].Right))).ToList();
        return columns.Zip(columns.Skip(1)).All(pair => pair.First.Right < pair.Second.Left) ? columns : null;
    }

    /// <summary>The one column that a cell touches; -1 when it touches several or none.</summary>
    private static int ColumnOf(List<(double Left, double Right)> columns, PdfCell cell)
    {
        var first = columns.FindIndex(column => cell.Left < column.Right && cell.Right > column.Left);
        return first >= 0 && first == columns.FindLastIndex(column => cell.Left < column.Right && cell.Right > column.Left) ? first : -1;
    }

    private List<string[]> RowsOf(List<PdfLine> taken, List<(double Left, double Right)> columns)
    {
        var rows = new List<string[]>();
        PdfLine? before = null;
        foreach (var line in taken)
        {
            var goesOn = before is not null && typography.IsClose(before, line) && ColumnOf(columns, line.Cells[0]) > 0;
            if (!goesOn)
            {
                rows.Add([.. columns.Select(_ => "")]);
            }

            foreach (var cell in line.Cells)
            {
                ref var text = ref rows[^1][ColumnOf(columns, cell)];
                text = text.Length == 0 ? cell.Text : $"{text} {cell.Text}";
            }

            before = line;
        }

        return rows;
    }

    private static bool IsFormula(List<PdfLine> taken)
    {
        var words = taken.SelectMany(line => line.Words).ToList();
        return words.Where(word => word.Look.IsMath).Sum(word => word.Text.Length) * 4 > words.Sum(word => word.Text.Length);
    }

    private static bool HasHeader(List<PdfLine> taken) =>
        taken[0].IsBold && !taken[^1].IsBold || !taken[0].Text.Any(char.IsDigit) && taken.Skip(1).All(line => line.Text.Any(char.IsDigit));
}
