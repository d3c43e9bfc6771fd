using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Splitting;

/// <summary>A heading and what stands directly below it, up to the next heading.</summary>
/// <param name="Above">The headings above, its own last; those without text left out.</param>
/// <param name="Heading">Its own heading, even one without text; <see langword="null"/> before the first one.</param>
/// <param name="Blocks">What stands below.</param>
/// <param name="Place">Course and week that this heading or one above it names: what is of two weeks is never joined.</param>
internal sealed record Section(IReadOnlyList<HeadingNote> Above, HeadingNote? Heading, IReadOnlyList<NoteBlock> Blocks, CoursePlace Place)
{
    /// <summary>Whether it stands above the title of its note, as a line of links or a logo does, and so belongs to it.</summary>
    internal bool IsAboveTitle { get; init; }
}
