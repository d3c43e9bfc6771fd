using CsvHelper;

namespace NotesBot.Notes.Reading;

/// <summary>Tables of comma or tab separated values, as far as a person wrote them: many rows, or rows of numbers alone, are data and left out.</summary>
internal static class CsvTableReader
{
    private const int MaxBytes = 256 << 10;
    private const int MaxRows = 1_000;
    private const int MaxColumns = 60;

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableNoteException">It is no text, or no table.</exception>
    internal static NoteDocument Read(NoteSource source)
    {
        if (source.Bytes.Length > MaxBytes || RowsOf(source) is not { } rows || IsOfNumbers(rows))
        {
            return new NoteDocument { Path = source.Path, Blocks = [], LeftOut = [new LeftOut(LeftOutKind.DataTable, 1)] };
        }

        var blocks = new BlockList();
        blocks.AddTable(rows, hasHeader: true, new NotePlace(1, rows.Count == 0 ? 1 : rows[^1].Place.EndLine));
        return new NoteDocument { Path = source.Path, Blocks = blocks.Close() };
    }

    private static bool IsOfNumbers(List<TableNoteRow> rows)
    {
        var cells = rows.Skip(1).SelectMany(row => row.Cells).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(cell => cell.Any(char.IsLetter)) * 5 < cells.Count;
    }

    /// <summary>The rows; <see langword="null"/> when there are more of them, or of columns, than people write.</summary>
    private static List<TableNoteRow>? RowsOf(NoteSource source)
    {
        var rows = new List<TableNoteRow>();
        try
        {
            using var csv = CsvReader.FromText(source.Text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
            while (csv.Read())
            {
                if (rows.Count >= MaxRows || csv.FieldCount > MaxColumns)
                {
                    return null;
                }

                var line = (int)csv.LineNumber;
                rows.Add(new TableNoteRow([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(PlainText.OneLine)], [], new NotePlace(line, line)));
            }
        }
        catch (CsvFormatException exception)
        {
            throw new UnreadableNoteException("It is no table: its quotes or its rows are broken.", exception);
        }

        return rows;
    }
}
