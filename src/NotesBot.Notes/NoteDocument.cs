namespace NotesBot.Notes;

/// <summary>A note as its reader understood it, whatever its format was.</summary>
public sealed record NoteDocument
{
    /// <summary>The file, relative to the notes folder, with <c>/</c> between its parts.</summary>
    public required string Path { get; init; }

    /// <summary>What the note calls itself (front matter, a document's title property); <see langword="null"/> when it does not.</summary>
    public string? Title { get; init; }

    /// <summary><c>aliases</c>, <c>keywords</c> and <c>tags</c> of the front matter.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether the front matter says <c>draft: true</c>: the note is kept out.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Everything in it, in reading order.</summary>
    public required IReadOnlyList<NoteBlock> Blocks { get; init; }

    /// <summary>What the reader left out on purpose, each kind once.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What is to be said of the file although all of it was read (that its encoding is in doubt); <see langword="null"/> for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>What could not be read and a person would miss (scanned pages); <see langword="null"/> when all was read.</summary>
    public string? Unread { get; init; }
}

/// <summary>A block of a note. Texts are plain: without markup, but formulas keep their dollar signs.</summary>
/// <param name="Place">Where it stands.</param>
public abstract record NoteBlock(NotePlace Place);

/// <summary>Where a block stands in its file. What means nothing in its format is <see langword="null"/>.</summary>
/// <param name="Line">First line, from 1.</param>
/// <param name="EndLine">Last line, inclusive.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Cell">Cell, from 1.</param>
public readonly record struct NotePlace(int? Line = null, int? EndLine = null, int? Page = null, int? Cell = null);

/// <summary>A heading.</summary>
/// <param name="Level">1 for the outermost, up to 6; what only looks like a heading (a bold line) gets the level below the one before it.</param>
/// <param name="Text">Without markup; may be empty.</param>
/// <param name="Anchor">Fragment on the host's rendered page; <see langword="null"/> where the host makes none.</param>
/// <param name="Links">Targets of links in it.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record HeadingNote(int Level, string Text, string? Anchor, IReadOnlyList<string> Links, NotePlace Place) : NoteBlock(Place);

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain.</param>
/// <param name="IsBold">Whether the whole paragraph is bold: often a title in disguise.</param>
/// <param name="Links">Targets of links in it, as written.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record ParagraphNote(string Text, bool IsBold, IReadOnlyList<string> Links, NotePlace Place) : NoteBlock(Place);

/// <summary>A list.</summary>
/// <param name="Items">All items, nested ones after their parent.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record ListNote(IReadOnlyList<ListNoteItem> Items, NotePlace Place) : NoteBlock(Place);

/// <summary>One item of a list.</summary>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Number">Its number in a numbered list; <see langword="null"/> for a bullet.</param>
/// <param name="Text">Plain, of this item alone; further paragraphs and code in it follow after a line break.</param>
/// <param name="Links">Targets of links in it, as written.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record ListNoteItem(int Depth, int? Number, string Text, IReadOnlyList<string> Links, NotePlace Place);

/// <summary>A table.</summary>
/// <param name="Header">Cells of the header row; empty when there is none.</param>
/// <param name="Rows">The other rows.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record TableNote(IReadOnlyList<string> Header, IReadOnlyList<TableNoteRow> Rows, NotePlace Place) : NoteBlock(Place);

/// <summary>One row of a table.</summary>
/// <param name="Cells">Plain texts.</param>
/// <param name="Links">Targets of links in it, as written.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record TableNoteRow(IReadOnlyList<string> Cells, IReadOnlyList<string> Links, NotePlace Place);

/// <summary>Program text, or the text output of some.</summary>
/// <param name="Text">As written.</param>
/// <param name="Language">Lower case; <see langword="null"/> if unknown.</param>
/// <param name="IsOutput">Whether it is what a program printed.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record CodeNote(string Text, string? Language, bool IsOutput, NotePlace Place) : NoteBlock(Place);

/// <summary>A display formula.</summary>
/// <param name="Text">LaTeX between double dollar signs.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record FormulaNote(string Text, NotePlace Place) : NoteBlock(Place);

/// <summary>A picture.</summary>
/// <param name="Target">As written; <see langword="null"/> for one inside the file (a notebook's attachment).</param>
/// <param name="Text">Alternative text and title; empty when there is none that says anything.</param>
/// <param name="Place">See <see cref="NoteBlock"/>.</param>
public sealed record PictureNote(string? Target, string Text, NotePlace Place) : NoteBlock(Place);
