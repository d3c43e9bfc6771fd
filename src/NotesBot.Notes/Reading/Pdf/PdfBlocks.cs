using System.Buffers;
using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Makes the blocks of a document from pieces.</summary>
internal sealed class PdfBlocks(PdfProse prose)
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("=∑∫∏≤≥≈√∈→");

    private readonly List<NoteBlock> _blocks = [];
    private readonly List<ListNoteItem> _items = [];

    /// <summary>The blocks in reading order.</summary>
    internal List<NoteBlock> Of(IReadOnlyList<PdfPiece> pieces)
    {
        var levels = new PdfLevels(pieces);
        var headings = new Queue<PdfPiece>(pieces.Where(piece => piece.Kind is PdfPieceKind.Heading));
        foreach (var piece in pieces)
        {
            if (piece.Kind is PdfPieceKind.Item)
            {
                _items.Add(Item(piece));
                continue;
            }

            CloseList();
            _blocks.Add(piece.Kind switch
            {
                PdfPieceKind.Heading => Heading(headings.Dequeue(), levels.Of(piece, headings.FirstOrDefault())),
                PdfPieceKind.Code => new CodeNote(Code(piece), null, piece.IsOutput, Place(piece)),
                PdfPieceKind.Table => Table(piece, piece.Table!),
                _ when IsFormula(piece) => new FormulaNote(Text(piece), Place(piece)),
                _ => new ParagraphNote(Text(piece), piece.Lines.All(line => line.IsBold), Links(piece), Place(piece)),
            });
        }

        CloseList();
        return _blocks;
    }

    /// <summary>Signs of a formula, whose places on the page, which are lost, are half of what they say.</summary>
    private static bool IsFormula(PdfPiece piece)
    {
        var words = piece.Lines.SelectMany(line => line.Words).ToList();
        return piece.IsFragments && words.Count(word => !word.Look.IsMath && word.Text.Count(char.IsLetter) > 3) * 3 < words.Count
            && words.Exists(word => word.Look.IsMath || word.Text.AsSpan().ContainsAny(Operators));
    }

    private void CloseList()
    {
        if (_items.Count > 0)
        {
            _blocks.Add(new ListNote([.. _items], _items[0].Place));
            _items.Clear();
        }
    }

    private ListNoteItem Item(PdfPiece piece) => new(piece.Depth, piece.Number, Text(piece), Links(piece), Place(piece));

    private HeadingNote Heading(PdfPiece piece, int level) => new(level, Text(piece), null, Links(piece), Place(piece));

    private static TableNote Table(PdfPiece piece, PdfTable table)
    {
        var rows = table.Rows.Skip(table.HasHeader ? 1 : 0).Select(row => new TableNoteRow(row, [], Place(piece)));
        return new TableNote(table.HasHeader ? table.Rows[0] : [], [.. rows], Place(piece));
    }

    private string Text(PdfPiece piece) => string.Join('\n', piece.Paragraphs.Select(prose.Join));

    private static NotePlace Place(PdfPiece piece) => new(Page: piece.First.Page);

    private static List<string> Links(PdfPiece piece) => [.. piece.Lines.SelectMany(line => line.Links).Distinct()];

    /// <summary>Program text with its indentation, measured in widths of a letter.</summary>
    private static string Code(PdfPiece piece)
    {
        var lines = piece.Paragraphs[0];
        var letter = lines.SelectMany(line => line.Words).Where(word => word.Look.IsFixed).Select(word => (word.Right - word.Left) / word.Text.Length)
            .DefaultIfEmpty(lines[0].Size * 0.6).Max();
        var left = lines.Min(line => line.Left);
        var code = new StringBuilder();
        PdfLine? before = null;
        foreach (var line in lines)
        {
            var isApart = before is not null && before.Region == line.Region && before.Baseline - line.Baseline > 1.9 * line.Size;
            code.Append(isApart ? "\n" : "");
            Append(code, line, left, letter);
            before = line;
        }

        return code.ToString().TrimEnd();
    }

    private static void Append(StringBuilder code, PdfLine line, double left, double letter)
    {
        var start = code.Length;
        foreach (var word in line.Words)
        {
            var column = (int)Math.Round((word.Left - left) / letter);
            code.Append(' ', Math.Clamp(column - (code.Length - start), 0, 200)).Append(word.Text);
        }

        code.Append('\n');
    }
}
