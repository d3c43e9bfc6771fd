using NotesBot.Notes;

namespace NotesBot.Commands;

/// <summary>A stretch of <see cref="PassageBlock.Body"/>, said in the terms of this room, so that a renderer needs no other.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Language">Language of code as its fence names it; <see langword="null"/> if unknown.</param>
public sealed record BodyStretch(StretchKind Kind, int Start, int Length, string? Language = null)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;

    internal static BodyStretch Of(PassagePart part, int start, int length) => new((StretchKind)part.Kind, start, length, part.Language);
}

/// <summary>What a stretch of a passage is: a <see cref="PassagePartKind"/>, for rooms that see no notes.</summary>
public enum StretchKind
{
    /// <summary>Sentences, and whatever else is no other kind.</summary>
    Prose,

    /// <summary>One list item, with its bullet or number.</summary>
    ListItem,

    /// <summary>The header row of a table, cells joined by <c> | </c>.</summary>
    TableHeader,

    /// <summary>One row of a table.</summary>
    TableRow,

    /// <summary>A code block, without its fence.</summary>
    Code,

    /// <summary>A display formula, with its dollar signs.</summary>
    Formula,

    /// <summary>A heading inside the passage.</summary>
    Heading,

    /// <summary>The words of a picture.</summary>
    Picture,
}
