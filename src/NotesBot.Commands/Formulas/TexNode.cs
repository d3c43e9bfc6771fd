namespace NotesBot.Commands.Formulas;

/// <summary>A part of a formula.</summary>
public abstract record TexNode;

/// <summary>Parts after each other.</summary>
/// <param name="Items">In order; may be empty.</param>
public sealed record TexRow(IReadOnlyList<TexNode> Items) : TexNode;

/// <summary>A sign.</summary>
/// <param name="Text">As Unicode writes it.</param>
/// <param name="Kind">How it is set.</param>
/// <param name="IsNamed">Whether a command names it: <c>\le</c>.</param>
public sealed record TexSymbol(string Text, TexKind Kind, bool IsNamed = false) : TexNode;

/// <summary>Words in a formula.</summary>
/// <param name="Text">As written.</param>
public sealed record TexText(string Text) : TexNode;

/// <summary>A space.</summary>
/// <param name="IsMeant">Whether a command asks for it; else TeX would pass it over.</param>
public sealed record TexSpace(bool IsMeant) : TexNode;

/// <summary>One over another.</summary>
/// <param name="Over">What is above.</param>
/// <param name="Under">What is below.</param>
/// <param name="HasBar">Whether a bar is between them; else it is a binomial in parentheses.</param>
public sealed record TexFraction(TexNode Over, TexNode Under, bool HasBar) : TexNode;

/// <summary>A root.</summary>
/// <param name="Of">What is below it.</param>
/// <param name="Index">Which root; <see langword="null"/> for the square root.</param>
public sealed record TexRoot(TexNode Of, TexNode? Index) : TexNode;

/// <summary>What stands at the foot and at the head of something.</summary>
/// <param name="Base">That; an empty row where nothing stands before.</param>
/// <param name="Sub">At its foot; <see langword="null"/> for nothing.</param>
/// <param name="Sup">At its head; <see langword="null"/> for nothing.</param>
public sealed record TexScripts(TexNode Base, TexNode? Sub, TexNode? Sup) : TexNode;

/// <summary>An accent, line, brace or word over or under something.</summary>
/// <param name="Of">That.</param>
/// <param name="Mark">The accent by itself, or what stands there.</param>
/// <param name="IsUnder">Whether it is below.</param>
/// <param name="Combining">The combining character for one letter; <see langword="null"/> where there is none.</param>
public sealed record TexAccent(TexNode Of, TexNode Mark, bool IsUnder, string? Combining) : TexNode;

/// <summary>Rows of cells: a matrix, cases, lines that are aligned.</summary>
/// <param name="Open">The fence before it; empty for none.</param>
/// <param name="Close">The fence behind it.</param>
/// <param name="Rows">The cells.</param>
/// <param name="IsLines">Whether it is lines of a text, whose columns say nothing.</param>
public sealed record TexTable(string Open, string Close, IReadOnlyList<IReadOnlyList<TexNode>> Rows, bool IsLines) : TexNode;

/// <summary>What is not known, as it stands in the source.</summary>
/// <param name="Source">TeX.</param>
public sealed record TexUnknown(string Source) : TexNode;

/// <summary>How a sign is set.</summary>
public enum TexKind
{
    /// <summary>A letter or whatever is like one.</summary>
    Ordinary,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>The name of a function.</summary>
    Function,

    /// <summary>A sign between two terms.</summary>
    Binary,

    /// <summary>A sign between two sides.</summary>
    Relation,

    /// <summary>An opening fence.</summary>
    Open,

    /// <summary>A closing fence.</summary>
    Close,

    /// <summary>A comma and its like.</summary>
    Punctuation,

    /// <summary>A sum, integral and their like.</summary>
    Large,
}
