using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Lines that are no text of the note: commands of a generator, and what the writer hid.</summary>
internal sealed class HiddenBlock : LeafBlock
{
    internal HiddenBlock(BlockParser parser, Hidden what) : base(parser)
    {
        (What, ProcessInlines) = (what, false);
    }

    /// <summary>Why it is hidden, and where it ends.</summary>
    internal Hidden What { get; }

    /// <summary>Whether the header of a hidden slide is over.</summary>
    internal bool IsPastHeader { get; set; }

    /// <summary>Its lines, as written.</summary>
    internal StringBuilder Source { get; } = new();
}

/// <summary>A stretch of lines that is hidden.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="Mark">What is there; empty where the end needs none.</param>
internal sealed record Hidden(HiddenEnd End, string Mark = "")
{
    /// <summary>As what it is counted; <see langword="null"/> for commands, which nobody misses.</summary>
    internal LeftOutKind? Kind { get; init; }

    /// <summary>Whether a title may stand in it (<c>title="..."</c>).</summary>
    internal bool MayHoldTitle { get; init; }

    /// <summary>Its words all the same, where the line is another way to write them; <see langword="null"/> for none.</summary>
    internal string? Text { get; init; }

    /// <summary>A property of the note (<c>alias:: x</c>); <see langword="null"/> when it is none.</summary>
    internal (string Name, string Value)? Property { get; init; }
}

/// <summary>Where a hidden stretch ends.</summary>
internal enum HiddenEnd
{
    /// <summary>With its line.</summary>
    Line,

    /// <summary>At the next blank line.</summary>
    Blank,

    /// <summary>With the line that holds the mark.</summary>
    Holds,

    /// <summary>With the line that begins with the mark.</summary>
    Begins,

    /// <summary>With the line that ends with the mark.</summary>
    Ends,

    /// <summary>Before the second line that is the mark: the first ends the header of the slide.</summary>
    Slide,
}

/// <summary>The same in the middle of a line.</summary>
/// <param name="kind">As what it is counted; <see langword="null"/> for not at all.</param>
internal sealed class HiddenInline(LeftOutKind? kind) : LeafInline
{
    /// <summary>As what it is counted.</summary>
    internal LeftOutKind? Kind => kind;
}
