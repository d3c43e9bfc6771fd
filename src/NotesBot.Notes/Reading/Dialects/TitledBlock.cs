using Markdig.Parsers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>A box around text with a title of its own: an admonition, a tab, a directive. What is in it is Markdown.</summary>
internal sealed class TitledBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>What the writer called it, as written; empty where that is unknown.</summary>
    internal string Kind { get; init; } = "";

    /// <summary>Its title, with its markup; <see langword="null"/> without one.</summary>
    internal string? Title { get; set; }

    /// <summary>The sign of the fence; <c>\0</c> where an indent frames the text.</summary>
    internal char Fence { get; init; }

    /// <summary>How often the sign stands there.</summary>
    internal int Width { get; init; }

    /// <summary>Where in its options the parser is.</summary>
    internal DirectiveOptions Options { get; set; } = DirectiveOptions.None;

    /// <summary>Whether the parser is done with it.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>What stands above its text: "Warning: title", "Warning", "title"; <see langword="null"/> for nothing.</summary>
    internal string? Lead
    {
        get
        {
            var kind = DirectiveNames.Shown(Kind);
            return string.IsNullOrWhiteSpace(Title) ? (Title is null ? kind : null) : kind is null ? Title.Trim() : $"{kind}: {Title.Trim()}";
        }
    }
}

/// <summary>Where in the options of a directive its parser is.</summary>
internal enum DirectiveOptions
{
    /// <summary>Behind them, or there are none.</summary>
    None,

    /// <summary>Lines like <c>:name: value</c> may come.</summary>
    Fields,

    /// <summary>Between two lines of dashes.</summary>
    Yaml,
}
