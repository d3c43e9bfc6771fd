namespace NotesBot.Notes.Syllabi;

/// <summary>Where something belongs in the syllabus.</summary>
/// <param name="Course">From 1; <see langword="null"/> when the notes do not tell.</param>
/// <param name="Week">From 0 (some courses begin so); <see langword="null"/> when the notes do not tell.</param>
public readonly record struct CoursePlace(int? Course, int? Week);
