using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Notes;

/// <summary>The courses and weeks that the notes list, in order.</summary>
/// <param name="Courses">Empty when the notes have no syllabus.</param>
public sealed record Syllabus(IReadOnlyList<Course> Courses)
{
    /// <summary>The syllabus of notes that have none.</summary>
    public static Syllabus None { get; } = new([]);

    /// <summary>Of notes without courses the folders and notes instead; empty where there are courses.</summary>
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];

    /// <summary>The syllabus as JSON, for keeping.</summary>
    public string Serialize() => JsonSerializer.Serialize(this, SyllabusJson.Default.Syllabus);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Syllabus Parse(string json) =>
        JsonSerializer.Deserialize(json, SyllabusJson.Default.Syllabus) ?? throw new JsonException("The syllabus is null.");
}

/// <summary>One course of a syllabus.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Without markup and without "Course 1:"; <see langword="null"/> where the notes give none.</param>
/// <param name="Weeks">In order; may be empty.</param>
public sealed record Course(int Number, string? Title, IReadOnlyList<Week> Weeks)
{
    /// <summary>Whether the notes give it no number: it is only the place in their order, and people know it by its title.</summary>
    public bool IsByOrder { get; init; }
}

/// <summary>One week (or module, or lecture) of a course.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Without markup and without "Week 1:"; <see langword="null"/> where the notes give none.</param>
public sealed record Week(int Number, string? Title)
{
    /// <summary>What the notes call it.</summary>
    public CourseUnit Unit { get; init; }
}

/// <summary>A folder or note of a library without courses.</summary>
/// <param name="Title">What the note calls itself, or the name of the folder.</param>
/// <param name="Path">Relative to the notes folder.</param>
/// <param name="Notes">Notes with text in the folder and below it; 1 for a note.</param>
/// <param name="Passages">Passages of these.</param>
/// <param name="Inside">What lies in the folder; empty for a note. Very many notes are only counted.</param>
public sealed record OutlineEntry(string Title, string Path, int Notes, int Passages, IReadOnlyList<OutlineEntry> Inside)
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; init; }
}

[JsonSerializable(typeof(Syllabus))]
internal sealed partial class SyllabusJson : JsonSerializerContext;
