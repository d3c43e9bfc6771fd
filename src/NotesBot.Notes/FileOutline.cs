using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Notes;

/// <summary>What is said of the whole library, its syllabus first, kept for each file so that it need not be read again.</summary>
/// <param name="Path">The file, relative to the notes folder.</param>
/// <param name="Title">What the note calls itself. Never empty.</param>
/// <param name="Drafts">Course and week lines found in the file; empty for most.</param>
public sealed record FileOutline(string Path, string Title, IReadOnlyList<SyllabusDraft> Drafts)
{
    /// <summary>What its reader left out on purpose, each kind once; empty for most.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Of a file that says in which order the pages of a site or book are read: these; empty for all others.</summary>
    public IReadOnlyList<ContentsEntry> Contents { get; init; } = [];

    /// <summary>The heading of the first level that the note begins with, where that is not its title; <see langword="null"/> when it begins with something else.</summary>
    public string? Opening { get; init; }

    /// <summary>How many passages it gave.</summary>
    public int Passages { get; init; }

    /// <summary>The outline as JSON, for keeping.</summary>
    public string Serialize() => JsonSerializer.Serialize(this, OutlineJson.Default.FileOutline);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static FileOutline Parse(string json) =>
        JsonSerializer.Deserialize(json, OutlineJson.Default.FileOutline) ?? throw new JsonException("The outline is null.");
}

/// <summary>A line of the contents of a site or book.</summary>
/// <param name="Depth">0 for the outermost.</param>
/// <param name="Title">What the page or chapter is called there; <see langword="null"/> where only the file is named.</param>
/// <param name="Path">The page, relative to the notes folder; <see langword="null"/> for a line that only holds others.</param>
public sealed record ContentsEntry(int Depth, string? Title, string? Path);

/// <summary>A line of a file that lists a course or a week.</summary>
/// <param name="Course">Number of the course; <see langword="null"/> when weeks stand without courses.</param>
/// <param name="Week">Number of the week; <see langword="null"/> for the course itself.</param>
/// <param name="Title">Without "Week 1:"; <see langword="null"/> where there is none.</param>
/// <param name="Links">Files that the line and what is below it link to, relative to the notes folder, decoded.</param>
public sealed record SyllabusDraft(int? Course, int? Week, string? Title, IReadOnlyList<string> Links)
{
    /// <summary>What the file calls its weeks.</summary>
    public CourseUnit Unit { get; init; }

    /// <summary>Whether the file holds notes of it under the line, and does not only list it.</summary>
    public bool HasBody { get; init; }
}

[JsonSerializable(typeof(FileOutline))]
internal sealed partial class OutlineJson : JsonSerializerContext;
