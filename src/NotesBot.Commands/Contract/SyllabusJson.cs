using System.Text.Json.Serialization;

namespace NotesBot.Commands.Contract;

/// <summary>The courses and weeks as JSON. The README documents it: it is a contract.</summary>
/// <param name="Courses">In order.</param>
public sealed record SyllabusJson(IReadOnlyList<CourseJson> Courses)
{
    /// <summary>Folders and notes, where there are no courses; left out where there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutlineJson>? Outline { get; init; }
}

/// <summary>A folder or note.</summary>
/// <param name="Title">What it calls itself.</param>
/// <param name="Path">Relative to the notes folder.</param>
/// <param name="Notes">How many notes are in it.</param>
/// <param name="Passages">How many passages those have.</param>
public sealed record OutlineJson(string Title, string Path, int Notes, int Passages)
{
    /// <summary>What is in a folder; left out of a note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutlineJson>? Inside { get; init; }
}

/// <summary>A course.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="HasNotes">Whether there are notes of it.</param>
/// <param name="Weeks">In order.</param>
public sealed record CourseJson(int Number, string? Title, bool HasNotes, IReadOnlyList<WeekJson> Weeks);

/// <summary>A week of a course.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Unit">What the notes call it: <c>week</c>, <c>module</c>, <c>lecture</c> ...</param>
/// <param name="HasNotes">Whether there are notes of it.</param>
/// <param name="Passages">How many passages these have.</param>
/// <param name="Links">The notes.</param>
public sealed record WeekJson(int Number, string? Title, string Unit, bool HasNotes, int Passages, IReadOnlyList<LinkJson> Links);

/// <summary>A note of a week.</summary>
/// <param name="Path">Relative to the notes folder.</param>
/// <param name="Title">What it calls itself.</param>
/// <param name="Url">Where it can be read on the notes' host.</param>
public sealed record LinkJson(string Path, string Title, string? Url);
