using System.Text.Json.Serialization;

namespace NotesBot.Notes;

/// <summary>A stretch of notes small enough to be an answer by itself: as a rule, the text under one heading.</summary>
public sealed record Passage
{
    /// <summary>Longest text of a passage in UTF-16 units; a longer section is split between its blocks.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Stable between runs: the same file, headings and ordinal give the same id.</summary>
    public required PassageId Id { get; init; }

    /// <summary>The file, relative to the notes folder, with <c>/</c> between its parts.</summary>
    public required string Path { get; init; }

    /// <summary>Which passage of its file it is, from 0, in reading order: the neighbours are one less and one more.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The headings above it without markup, the outermost first; empty where the file has none.</summary>
    public IReadOnlyList<string> Trail { get; init; } = [];

    /// <summary>The nearest heading without markup; <see langword="null"/> where there is none.</summary>
    public string? Heading => Trail.Count == 0 ? null : Trail[^1];

    /// <summary>What the file calls itself: front matter, first heading, or the file's name made readable. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>First line in the file, from 1; <see langword="null"/> where lines mean nothing (PDF, notebook).</summary>
    public int? Line { get; init; }

    /// <summary>Last line in the file, from 1, inclusive; <see langword="null"/> where lines mean nothing.</summary>
    public int? EndLine { get; init; }

    /// <summary>Page of a PDF, from 1; <see langword="null"/> elsewhere.</summary>
    public int? Page { get; init; }

    /// <summary>Cell of a notebook, from 1; <see langword="null"/> elsewhere.</summary>
    public int? Cell { get; init; }

    /// <summary>Course of the syllabus, from 1; <see langword="null"/> when the notes do not tell.</summary>
    public int? Course { get; init; }

    /// <summary>Week of the course, from 1; <see langword="null"/> when the notes do not tell.</summary>
    public int? Week { get; init; }

    /// <summary>What most of the text is.</summary>
    public required PassageKind Kind { get; init; }

    /// <summary>
    /// Text without markup, 1 to <see cref="MaxLength"/> UTF-16 units. Begins with the body, not with the heading (that is in
    /// <see cref="Trail"/>); list items are lines that begin with <c>- </c> or <c>1. </c>, table rows lines of cells joined by <c> | </c>
    /// below their header row, formulas keep their dollar signs.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>What the stretches of <see cref="Text"/> are, in order, without overlap; what lies between them is white space.</summary>
    public IReadOnlyList<PassagePart> Parts { get; init; } = [];

    /// <summary>Fragment of the heading on the host's rendered page, without <c>#</c>; <see langword="null"/> where there is none.</summary>
    public string? Anchor { get; init; }

    /// <summary>The first picture in the passage, relative to the notes folder; <see langword="null"/> without one, or when it is missing.</summary>
    public string? Picture { get; init; }

    /// <summary>Further names the file gives itself: <c>aliases</c>, <c>keywords</c> and <c>tags</c> of its front matter.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Where the whole of it stands.</summary>
    [JsonIgnore]
    public PassagePlace Place => new(Path, Trail, Anchor, new NotePlace(Line, EndLine, Page, Cell));

    /// <summary>
    /// The part that leads to another one, without which that says little: the header row of a row's table, the item that a nested one stands
    /// below, the sentence before a list or code that ends with a colon; <see langword="null"/> where there is none.
    /// </summary>
    /// <param name="part">One of <see cref="Parts"/>.</param>
    public PassagePart? LeadOf(PassagePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var before = Parts.TakeWhile(other => other.Start < part.Start).Reverse();
        return part.Kind switch
        {
            PassagePartKind.TableRow => Behind(before, PassagePartKind.TableRow) is { Kind: PassagePartKind.TableHeader } header ? header : null,
            PassagePartKind.ListItem => before.TakeWhile(other => other.Kind == part.Kind).FirstOrDefault(other => IndentOf(other) < IndentOf(part))
                ?? LeadIn(Behind(before, PassagePartKind.ListItem)),
            PassagePartKind.Code => LeadIn(before.FirstOrDefault()),
            _ => null,
        };
    }

    /// <summary>
    /// Where a stretch of <see cref="Text"/> stands: the lines of the parts that it touches, from the heading on where it begins with the
    /// passage, and the page or cell of the first of them.
    /// </summary>
    /// <param name="start">Where it begins, in UTF-16 units.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public PassagePlace PlaceOf(int start, int end)
    {
        NotePlace[] touched = [.. Parts.Where(part => part.Start < end && part.Start + part.Length > start).Select(part => part.Place)];
        var isBeginning = Parts.Count == 0 || start <= Parts[0].Start;
        return Place with
        {
            At = new NotePlace(
                (isBeginning ? Line : touched.Min(place => place.Line)) ?? Line,
                touched.Max(place => place.EndLine ?? place.Line) ?? EndLine,
                touched.Min(place => place.Page) ?? Page,
                touched.Min(place => place.Cell) ?? Cell),
        };
    }

    private static PassagePart? Behind(IEnumerable<PassagePart> parts, PassagePartKind kind) =>
        parts.SkipWhile(part => part.Kind == kind).FirstOrDefault();

    private PassagePart? LeadIn(PassagePart? part) =>
        part is { Kind: PassagePartKind.Prose } && Text[part.Start + part.Length - 1] == ':' ? part : null;

    /// <summary>How far its line is indented: spaces before it are no part of it.</summary>
    private int IndentOf(PassagePart part) => part.Start - 1 - Text.LastIndexOf('\n', Math.Max(0, part.Start - 1));
}

/// <summary>Where a passage or a stretch of one stands in the notes: what a person is told, and what a link leads to.</summary>
/// <param name="Path">The file, relative to the notes folder, with <c>/</c> between its parts.</param>
/// <param name="Trail">The headings above it without markup, the outermost first; the last is the nearest.</param>
/// <param name="Anchor">Fragment of that heading on the host's rendered page, without <c>#</c>; <see langword="null"/> where there is none.</param>
/// <param name="At">Lines, page or cell.</param>
public sealed record PassagePlace(string Path, IReadOnlyList<string> Trail, string? Anchor, NotePlace At);

/// <summary>What most of a passage is.</summary>
public enum PassageKind
{
    /// <summary>Sentences.</summary>
    Prose,

    /// <summary>A list, with the sentence that leads to it.</summary>
    List,

    /// <summary>A table, with its header row.</summary>
    Table,

    /// <summary>Program text.</summary>
    Code,

    /// <summary>A passage that says what something is.</summary>
    Definition,

    /// <summary>A table of contents or another list of links into the notes, headings without a text, or what stands above a title: findable, but
    /// no answer.</summary>
    Contents,
}

/// <summary>A stretch of the text of a passage.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in <see cref="Passage.Text"/>, in UTF-16 units, from 0.</param>
/// <param name="Length">Its length in UTF-16 units, at least 1.</param>
/// <param name="Language">Language of a code block, lower case, as its fence names it; <see langword="null"/> if unknown.</param>
public sealed record PassagePart(PassagePartKind Kind, int Start, int Length, string? Language = null)
{
    /// <summary>Where it stands in the file; nothing in it for what a later passage of a list or table repeats from above.</summary>
    public NotePlace Place { get; init; }
}

/// <summary>What a stretch of a passage is.</summary>
public enum PassagePartKind
{
    /// <summary>A paragraph.</summary>
    Prose,

    /// <summary>One list item, with its bullet or number.</summary>
    ListItem,

    /// <summary>The header row of a table.</summary>
    TableHeader,

    /// <summary>One row of a table.</summary>
    TableRow,

    /// <summary>A code block, without its fence.</summary>
    Code,

    /// <summary>A display formula, with its dollar signs.</summary>
    Formula,

    /// <summary>A heading inside the passage: one that has no text.</summary>
    Heading,

    /// <summary>The alternative text or caption of a picture.</summary>
    Picture,
}
