using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Splitting;

/// <summary>Pieces that become one passage.</summary>
/// <param name="Above">The headings above all of them, the outermost first.</param>
/// <param name="Pieces">What is in it, in order.</param>
/// <param name="Place">Course and week that the headings name.</param>
internal sealed record Chunk(IReadOnlyList<HeadingNote> Above, IReadOnlyList<Piece> Pieces, CoursePlace Place)
{
    /// <summary>The heading that stands before the first piece; <see langword="null"/> without one, and in later chunks of a section.</summary>
    internal HeadingNote? Heading { get; init; }

    /// <summary>Fragment of the section that it begins in.</summary>
    internal string? Anchor { get; init; }

    /// <summary>Whether it is a table of contents or a part of one.</summary>
    internal bool IsContents { get; init; }

    /// <summary>Whether it stands above the title of its note, and is named by it.</summary>
    internal bool IsAboveTitle { get; init; }

    /// <summary>The page that it begins on; <see langword="null"/> where there are none.</summary>
    internal int? Page => Heading?.Place.Page ?? Pieces.Select(piece => piece.Place.Page).FirstOrDefault(page => page is not null);

    /// <summary>Length of its text, at most.</summary>
    internal int Length => Pieces.Sum(piece => piece.Length);

    /// <summary>Whether it holds nothing but headings and pictures that say nothing.</summary>
    internal bool IsEmpty => Pieces.All(piece => piece.Kind == PassagePartKind.Heading || piece.Text.Length == 0);
}
