namespace NotesBot.Commands;

/// <summary>A stretch of a note, so that it can be shown in its place.</summary>
/// <param name="Path">The note, relative to the notes folder, with <c>/</c> between its parts.</param>
/// <param name="Passage">Which passage of it, as <see cref="NotePart.Id"/> names it.</param>
/// <param name="Start">Where it begins in the passage's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record NoteStretch(string Path, string Passage, int Start, int End);

/// <summary>A picture of the notes that a passage shows.</summary>
/// <param name="Passage">The passage, as <see cref="NotePart.Id"/> names it.</param>
/// <param name="Path">The file, relative to the notes folder.</param>
/// <param name="Description">What the note says that it shows; empty where it says nothing.</param>
public sealed record NotePicture(string Passage, string Path, string Description);

/// <summary>A note as a whole, or a part of a very long one.</summary>
/// <param name="Path">Relative to the notes folder.</param>
/// <param name="Title">What it calls itself.</param>
/// <param name="Parts">Its passages, in reading order.</param>
public sealed record NotePage(string Path, string Title, IReadOnlyList<NotePart> Parts)
{
    /// <summary>Course and week; <see langword="null"/> where the notes do not tell.</summary>
    public string? Place { get; init; }

    /// <summary>The note on the notes' host (http or https); <see langword="null"/> without one.</summary>
    public string? Url { get; init; }

    /// <summary>The passage that begins the stretch before this one; <see langword="null"/> where this is the beginning.</summary>
    public string? Before { get; init; }

    /// <summary>The passage that begins what follows; <see langword="null"/> where this is the end.</summary>
    public string? After { get; init; }
}

/// <summary>A passage of a note that is shown whole.</summary>
/// <param name="Id">Its id: stable while its file, headings and place below them are the same.</param>
/// <param name="Headings">The headings that begin here, the outermost first.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Stretches">What the stretches of <paramref name="Body"/> are.</param>
public sealed record NotePart(string Id, IReadOnlyList<NoteHeading> Headings, string Body, IReadOnlyList<BodyStretch> Stretches)
{
    /// <summary>The heading's fragment on the notes' host; <see langword="null"/> where there is none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Lines, page or cell in the reader's language; <see langword="null"/> where none is known.</summary>
    public string? Where { get; init; }

    /// <summary>The picture of the notes in it; <see langword="null"/> without one.</summary>
    public NotePicture? Picture { get; init; }
}

/// <summary>A heading.</summary>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Text">Without markup.</param>
public sealed record NoteHeading(int Level, string Text);
