namespace NotesBot.Notes.Syllabi;

/// <summary>A course or week that a line, or the name of a file, begins with.</summary>
/// <param name="Course">From 1; <see langword="null"/> when only a week is named.</param>
/// <param name="Week">From 0; <see langword="null"/> when only a course is named.</param>
/// <param name="LastWeek">The last of several weeks ("Weeks 3-4"); equal to <paramref name="Week"/> for one.</param>
/// <param name="Unit">What the notes call the week.</param>
/// <param name="Title">What follows, cleaned; <see langword="null"/> where nothing does that is a title.</param>
internal sealed record CourseMark(int? Course, int? Week, int? LastWeek, CourseUnit Unit, string? Title);
