using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading;

/// <summary>Turns a table of Markdown into rows of plain cells. One object a table.</summary>
internal sealed class MarkdownTable(Func<Block, NotePlace> placeOf)
{
    private readonly List<(string? Target, string Text)> _pictures = [];

    /// <summary>Pictures in the cells.</summary>
    internal IReadOnlyList<(string? Target, string Text)> Pictures => _pictures;

    /// <summary>The table; without its header row when all of that row is empty.</summary>
    internal TableNote Read(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Note: ReadRow(row, table))).ToList();
        var header = rows is [{ IsHeader: true }, ..] && rows[0].Note.Cells.Any(cell => cell.Length > 0) ? rows[0].Note.Cells : [];
        var body = rows.Where((row, index) => index > 0 || !row.IsHeader).Select(row => row.Note);
        return new TableNote(header, [.. body], placeOf(table));
    }

    private TableNoteRow ReadRow(TableRow row, Table table)
    {
        var links = new List<string>();
        var cells = row.OfType<TableCell>().Select(cell => ReadCell(cell, links)).ToList();
        return new TableNoteRow(cells, links, PlaceOf(row, table));
    }

    /// <summary>The parser gives rows no line; their offset is right wherever they have one.</summary>
    private NotePlace PlaceOf(TableRow row, Table table)
    {
        var whole = placeOf(table);
        var own = placeOf(row);
        return own.Line >= whole.Line && own.EndLine <= whole.EndLine ? own : whole;
    }

    private string ReadCell(TableCell cell, List<string> links)
    {
        var texts = new List<string>();
        foreach (var leaf in cell.Descendants<LeafBlock>())
        {
            var inline = InlineText.Of(leaf.Inline);
            links.AddRange(inline.Links);
            _pictures.AddRange(inline.Pictures);
            texts.Add(leaf is CodeBlock code ? code.Lines.ToString() : inline.Raw);
        }

        return PlainText.OneLine(string.Join(' ', texts));
    }
}
