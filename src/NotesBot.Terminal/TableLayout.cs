using NotesBot.Commands;

namespace NotesBot.Terminal;

/// <summary>Lays the rows of a table out in columns of equal width, broken within cells where the terminal is narrow.</summary>
internal static class TableLayout
{
    private const string Gap = "  ";
    private const int MinColumn = 6;

    /// <summary>The lines of a table whose first row is its header when <paramref name="hasHeader"/>.</summary>
    internal static IEnumerable<string> Lay(IReadOnlyList<string> rows, bool hasHeader, int width)
    {
        var cells = rows.Select(Cells).ToList();
        var columns = cells.Max(row => row.Length);
        if (columns == 1 || columns * (MinColumn + Gap.Length) > width)
        {
            return rows.SelectMany(row => TextWrap.Wrap(row.Replace('\n', ' '), width, "", "  "));
        }

        var widths = Fit([.. Enumerable.Range(0, columns).Select(i => cells.Max(row => i < row.Length ? Ink.Width(row[i]) : 0))], width);
        var lines = cells.Select(row => Row(row, widths).ToList()).ToList();
        if (hasHeader)
        {
            lines.Insert(1, [string.Join(Gap, widths.Select(column => new string('-', column)))]);
        }

        return lines.SelectMany(line => line);
    }

    /// <summary>The cells of a row; the first and the last may be empty.</summary>
    private static string[] Cells(string row)
    {
        var line = row.Replace('\n', ' ');
        return [.. TableCells.Of(line, new BodyStretch(StretchKind.TableRow, 0, line.Length)).Select(cell => line.Substring(cell.Start, cell.Length))];
    }

    /// <summary>Narrows the widest columns until all fit.</summary>
    private static int[] Fit(int[] widths, int width)
    {
        var room = width - Gap.Length * (widths.Length - 1);
        while (widths.Sum() > room)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return [.. widths.Select(column => Math.Max(1, column))];
    }

    private static IEnumerable<string> Row(string[] cells, int[] widths)
    {
        var wrapped = widths.Select((width, i) => TextWrap.Wrap(i < cells.Length ? cells[i] : "", width).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            yield return string.Join(Gap, wrapped.Select((cell, i) => Pad(line < cell.Count ? cell[line] : "", widths[i]))).TrimEnd();
        }
    }

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Ink.Width(text)));
}
