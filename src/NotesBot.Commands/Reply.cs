using NotesBot.Notes;

namespace NotesBot.Commands;

/// <summary>What the bot answers, as blocks that a renderer turns into a Discord message or terminal text.</summary>
/// <param name="Blocks">In order; all texts are plain: renderers escape.</param>
public sealed record Reply(IReadOnlyList<ReplyBlock> Blocks)
{
    /// <summary>What becomes of it.</summary>
    public Delivery Delivery { get; init; } = Delivery.Message;

    /// <summary>Whether only the asker may see it; <see langword="null"/> for the owner's default.</summary>
    public bool? Private { get; init; }

    /// <summary>Whether it only says that the command failed.</summary>
    public bool IsFailure { get; init; }

    /// <summary>The form to open, with <see cref="Delivery.Form"/>.</summary>
    public ReplyForm? Form { get; init; }
}

/// <summary>What becomes of a reply.</summary>
public enum Delivery
{
    /// <summary>A new message.</summary>
    Message,

    /// <summary>Takes the place of the message whose button was pressed.</summary>
    Update,

    /// <summary>Deletes the message whose button was pressed.</summary>
    Delete,

    /// <summary>Opens <see cref="Reply.Form"/>.</summary>
    Form,
}

/// <summary>A form of text fields.</summary>
/// <param name="Title">At most 45 characters.</param>
/// <param name="State">What comes back with the fields.</param>
/// <param name="Fields">One to five.</param>
public sealed record ReplyForm(string Title, ActionState State, IReadOnlyList<FormField> Fields);

/// <summary>A text field of a form.</summary>
/// <param name="Name">How it comes back.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Placeholder">At most 100 characters.</param>
/// <param name="MaxLength">In characters, 1 to 4000.</param>
public sealed record FormField(string Name, string Label, string Placeholder, int MaxLength);

/// <summary>A part of a reply.</summary>
public abstract record ReplyBlock;

/// <summary>A heading.</summary>
/// <param name="Text">One line.</param>
/// <param name="Url">Where it leads; <see langword="null"/> for nowhere.</param>
public sealed record HeadingBlock(string Text, string? Url = null) : ReplyBlock;

/// <summary>Sentences of ours. Words of others in them are plain text too.</summary>
/// <param name="Text">May have several lines.</param>
/// <param name="Subtle">Whether it is a side note in small type.</param>
public sealed record TextBlock(string Text, bool Subtle = false) : ReplyBlock;

/// <summary>A passage of the notes.</summary>
/// <param name="Title">Its heading, or the title of its note.</param>
/// <param name="Place">Where it stands: course and week, headings, file, lines or page. One line.</param>
/// <param name="Body">What is shown of it; plain text as in <see cref="Passage.Text"/>.</param>
public sealed record PassageBlock(string Title, string Place, string Body) : ReplyBlock
{
    /// <summary>The content words of the query in <see cref="Body"/>.</summary>
    public IReadOnlyList<(int Start, int Length)> Marks { get; init; } = [];

    /// <summary>What the stretches of <see cref="Body"/> are; empty where it is all prose.</summary>
    public IReadOnlyList<BodyStretch> Stretches { get; init; } = [];

    /// <summary>The exact place on the notes' host; <see langword="null"/> without one.</summary>
    public string? Url { get; init; }

    /// <summary>The place as a path relative to the notes folder with line or page; shown where <see cref="Url"/> is missing.</summary>
    public required string Source { get; init; }

    /// <summary>Where it stands in its note, for who can show that; <see langword="null"/> for nowhere.</summary>
    public NoteStretch? In { get; init; }

    /// <summary>The picture of the notes in it; <see langword="null"/> without one, or where it is not shown.</summary>
    public NotePicture? Picture { get; init; }

    /// <summary>What a button that leads to <see cref="Url"/> says, 1 to 80 characters, in the asker's language.</summary>
    public string OpenLabel { get; init; } = "Open";

    /// <summary>Position in the list of hits, from 1; <see langword="null"/> outside one.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether it is a further hit, to be shown short.</summary>
    public bool Brief { get; init; }

    /// <summary>A line below, such as "2 more here"; <see langword="null"/> for none.</summary>
    public string? Footnote { get; init; }
}

/// <summary>A list.</summary>
/// <param name="Items">In order.</param>
public sealed record ListBlock(IReadOnlyList<ListItem> Items) : ReplyBlock;

/// <summary>One line of a list.</summary>
/// <param name="Text">One line.</param>
/// <param name="Note">What is said beside it in smaller words ("listed, no notes"); <see langword="null"/> for nothing.</param>
/// <param name="Url">Where it leads; <see langword="null"/> for nowhere.</param>
/// <param name="Indent">0 for the outermost.</param>
/// <param name="Marked">Whether it stands out: a week that has notes.</param>
public sealed record ListItem(string Text, string? Note = null, string? Url = null, int Indent = 0, bool Marked = false);

/// <summary>A row of buttons.</summary>
/// <param name="Buttons">One to five.</param>
public sealed record ButtonsBlock(IReadOnlyList<ReplyButton> Buttons) : ReplyBlock;

/// <summary>A button. Its label always has words.</summary>
/// <param name="Label">1 to 80 characters.</param>
public abstract record ReplyButton(string Label);

/// <summary>A button that the bot answers.</summary>
/// <param name="Label">1 to 80 characters.</param>
/// <param name="State">What comes back.</param>
/// <param name="Enabled">Whether it can be pressed.</param>
public sealed record ActionButton(string Label, ActionState State, bool Enabled = true) : ReplyButton(Label);

/// <summary>A button that opens a page.</summary>
/// <param name="Label">1 to 80 characters.</param>
/// <param name="Url">http or https.</param>
public sealed record LinkButton(string Label, string Url) : ReplyButton(Label);

/// <summary>A list to choose one from.</summary>
/// <param name="Placeholder">What stands there before a choice; at most 150 characters.</param>
/// <param name="State">What comes back with the chosen value.</param>
/// <param name="Choices">1 to 25, values unique.</param>
public sealed record SelectBlock(string Placeholder, ActionState State, IReadOnlyList<SelectChoice> Choices) : ReplyBlock;

/// <summary>One choice of a <see cref="SelectBlock"/>.</summary>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="Value">1 to 100 characters.</param>
/// <param name="Description">At most 100 characters; <see langword="null"/> for none.</param>
/// <param name="Selected">Whether it is what is shown now.</param>
public sealed record SelectChoice(string Label, string Value, string? Description = null, bool Selected = false);
