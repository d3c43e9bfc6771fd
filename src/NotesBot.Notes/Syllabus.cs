namespace NotesBot.Notes;

/// <summary>The courses and weeks that the notes list, in order.</summary>
/// <param name="Courses">Empty when the notes have no syllabus.</param>
public sealed record Syllabus(IReadOnlyList<Course> Courses)
{
    /// <summary>The syllabus of notes that have none.</summary>
    public static Syllabus None { get; } = new([]);
}

/// <summary>One course of a syllabus.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Without markup and without "Course 1:"; <see langword="null"/> where the notes give none.</param>
/// <param name="Weeks">In order; may be empty.</param>
public sealed record Course(int Number, string? Title, IReadOnlyList<Week> Weeks);

/// <summary>One week (or module, or lecture) of a course.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Without markup and without "Week 1:"; <see langword="null"/> where the notes give none.</param>
public sealed record Week(int Number, string? Title);
