namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What lines together are.</summary>
internal enum PdfPieceKind
{
    /// <summary>Sentences.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>Program text.</summary>
    Code,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>Lines that belong together.</summary>
internal sealed class PdfPiece
{
    internal required PdfPieceKind Kind { get; init; }

    /// <summary>Paragraphs, each of its lines; only an item has more than one.</summary>
    internal List<List<PdfLine>> Paragraphs { get; } = [];

    /// <summary>Of an item: 0 for the outermost.</summary>
    internal int Depth { get; init; }

    /// <summary>Of a numbered item.</summary>
    internal int? Number { get; init; }

    /// <summary>Of an item: where its bullet stands.</summary>
    internal double MarkerLeft { get; init; }

    /// <summary>Of a paragraph: whether it is gathered from single signs and words, as those of a formula or a picture.</summary>
    internal bool IsFragments { get; init; }

    /// <summary>Of a table: its rows.</summary>
    internal PdfTable? Table { get; init; }

    /// <summary>Of code: whether it is what a program printed.</summary>
    internal bool IsOutput { get; init; }

    /// <summary>Of a heading: its level in the bookmarks, from 0.</summary>
    internal int? OutlineLevel { get; init; }

    internal PdfLine First => Paragraphs[0][0];

    internal PdfLine Last => Paragraphs[^1][^1];

    internal IEnumerable<PdfLine> Lines => Paragraphs.SelectMany(lines => lines);

    internal bool IsText => Kind is PdfPieceKind.Paragraph or PdfPieceKind.Item;
}
