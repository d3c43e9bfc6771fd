namespace NotesBot.Discord.Rendering;

/// <summary>
/// A table, which Discord does not know: aligned in a code block where a phone can show it, else a list with a line for each row.
/// </summary>
/// <param name="header">Cells of the header row; <see langword="null"/> without one.</param>
/// <param name="rows">Cells of the others.</param>
internal sealed class TableText(IReadOnlyList<MarkedText>? header, IReadOnlyList<IReadOnlyList<MarkedText>> rows)
{
    private const string Gap = "  ";

    /// <summary>Writes the table.</summary>
    internal void Write(MarkdownWriter writer)
    {
        if (AlignedLines() is { } lines)
        {
            writer.CodeBlock(lines, "");
            return;
        }

        foreach (var row in rows.Count > 0 ? rows : [header ?? []])
        {
            writer.Break(1);
            WriteRow(writer, row, rows.Count > 0 ? header : null);
        }
    }

    /// <summary>The lines of the aligned table; <see langword="null"/> where it is too wide or its rows differ.</summary>
    private List<string>? AlignedLines()
    {
        IReadOnlyList<MarkedText>[] all = header is null ? [.. rows] : [header, .. rows];
        var columns = all[0].Count;
        if (rows.Count == 0 || columns < 2 || all.Any(row => row.Count != columns))
        {
            return null;
        }

        var texts = all.Select(row => row.Select(cell => TextCleaner.CleanLine(cell.Text)).ToArray()).ToArray();
        var widths = Enumerable.Range(0, columns).Select(column => texts.Max(row => Graphemes.Columns(row[column]))).ToArray();
        if (widths.Sum() + Gap.Length * (columns - 1) > MessageLimits.TableColumns)
        {
            return null;
        }

        var lines = texts.Select(row => string.Join(Gap, row.Select((cell, column) => Pad(cell, widths[column]))).TrimEnd()).ToList();
        if (header is not null)
        {
            lines.Insert(1, string.Join(Gap, widths.Select(width => new string('-', width))));
        }

        return lines;
    }

    private static string Pad(string cell, int width) => cell + new string(' ', width - Graphemes.Columns(cell));

    /// <summary>One row, each cell but the first with its name where there are names.</summary>
    private static void WriteRow(MarkdownWriter writer, IReadOnlyList<MarkedText> row, IReadOnlyList<MarkedText>? names)
    {
        writer.Markup("- ");
        for (var column = 0; column < row.Count; column++)
        {
            if (column > 0)
            {
                writer.Markup(" · ");
            }

            if (column > 0 && names is not null && column < names.Count && names[column].Text.Length > 0)
            {
                writer.Prose(names[column].InOneLine());
                writer.Markup(": ");
            }

            writer.Prose(row[column].InOneLine(), bold: column == 0);
        }
    }
}
