namespace NotesBot.Notes.Splitting;

/// <summary>What is never cut: a paragraph, an item, a row, a block of code, as far as one passage can hold it.</summary>
/// <param name="Kind">What it becomes in the passage.</param>
/// <param name="Text">Its text; empty for a picture that says nothing.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Piece(PassagePartKind Kind, string Text, NotePlace Place)
{
    /// <summary>Language of code; <see langword="null"/> if unknown.</summary>
    internal string? Language { get; init; }

    /// <summary>How deep an item is nested, from 0.</summary>
    internal int Depth { get; init; }

    /// <summary>How bad it is to begin a passage here; 0 for a new block.</summary>
    internal int CutCost { get; init; }

    /// <summary>What a passage that begins here repeats: the list's lead-in and the items above, or the table's header.</summary>
    internal IReadOnlyList<Piece> Context { get; init; } = [];

    /// <summary>Target of a picture, as written; <see langword="null"/> for anything else.</summary>
    internal string? Picture { get; init; }

    /// <summary>Whether it stands directly below the piece before it: items of one list, rows of one table.</summary>
    internal bool IsAttached { get; init; }

    /// <summary>Its length in a passage, with what separates it, at most.</summary>
    internal int Length => Text.Length == 0 ? 0 : Text.Length + 2 + (2 * Depth);

    /// <summary>The length of a passage's beginning when it begins here.</summary>
    internal int ContextLength => Context.Sum(piece => piece.Length);
}
