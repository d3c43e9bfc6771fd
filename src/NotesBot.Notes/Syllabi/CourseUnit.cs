namespace NotesBot.Notes.Syllabi;

/// <summary>What the notes call the parts of a course. One of them counts as the week of a library.</summary>
public enum CourseUnit
{
    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Modules or units.</summary>
    Module,

    /// <summary>Lectures, lessons or sessions.</summary>
    Lecture,
}
