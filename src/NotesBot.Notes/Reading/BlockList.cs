namespace NotesBot.Notes.Reading;

/// <summary>Blocks in the making, for readers that meet items, rows and lines of code one by one: those of one kind become one block.</summary>
internal sealed class BlockList
{
    private readonly List<NoteBlock> _blocks = [];
    private readonly List<ListNoteItem> _items = [];
    private readonly List<(string Line, NotePlace Place)> _code = [];
    private string? _language;

    /// <summary>All blocks so far, in order.</summary>
    internal List<NoteBlock> Close()
    {
        CloseItems();
        CloseCode();
        return _blocks;
    }

    /// <summary>Adds a block that stands for itself.</summary>
    internal void Add(NoteBlock block) => Close().Add(block);

    /// <summary>Adds a paragraph, if it says anything.</summary>
    internal void AddText(string text, NotePlace place, IReadOnlyList<string>? links = null, bool isBold = false)
    {
        if (PlainText.Clean(text) is { Length: > 0 } clean)
        {
            Add(new ParagraphNote(clean, isBold, links ?? [], place));
        }
    }

    /// <summary>Adds a heading; one without text ends the section before it.</summary>
    internal void AddHeading(int level, string text, string? anchor, NotePlace place) =>
        Add(new HeadingNote(Math.Clamp(level, 1, 6), PlainText.OneLine(text), anchor, [], place));

    /// <summary>Adds an item to the list that is open, or begins one.</summary>
    internal void AddItem(int depth, int? number, string text, NotePlace place, IReadOnlyList<string>? links = null)
    {
        CloseCode();
        if (PlainText.Clean(text) is { Length: > 0 } clean)
        {
            _items.Add(new ListNoteItem(depth, number, clean, links ?? [], place));
        }
    }

    /// <summary>Adds a line of program text to the block that is open, or begins one.</summary>
    internal void AddCode(string line, string? language, NotePlace place)
    {
        CloseItems();
        if (_code.Count > 0 && language != _language)
        {
            CloseCode();
        }

        _language = language;
        _code.Add((line, place));
    }

    /// <summary>Adds a table, if a cell of it says anything.</summary>
    internal void AddTable(IReadOnlyList<TableNoteRow> rows, bool hasHeader, NotePlace place)
    {
        var full = rows.Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        if (full.Count > 0)
        {
            var header = hasHeader && full.Count > 1 ? full[0].Cells : [];
            Add(new TableNote(header, [.. full.Skip(header.Count == 0 ? 0 : 1)], place));
        }
    }

    private void CloseItems()
    {
        if (_items.Count > 0)
        {
            _blocks.Add(new ListNote([.. _items], _items[0].Place with { EndLine = _items[^1].Place.EndLine }));
            _items.Clear();
        }
    }

    private void CloseCode()
    {
        if (_code.Count > 0 && PlainText.Code(string.Join('\n', _code.Select(line => line.Line))) is { Length: > 0 } text)
        {
            _blocks.Add(new CodeNote(text, _language, IsOutput: false, _code[0].Place with { EndLine = _code[^1].Place.EndLine }));
        }

        _code.Clear();
    }
}
