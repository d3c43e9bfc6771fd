namespace NotesBot.Notes;

/// <summary>What the notes call the parts of a course: that is what is shown. The first ones hold the later ones, as modules hold lessons.</summary>
public enum CourseUnit
{
    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Modules.</summary>
    Module,

    /// <summary>Units.</summary>
    Unit,

    /// <summary>Lectures.</summary>
    Lecture,

    /// <summary>Lessons.</summary>
    Lesson,

    /// <summary>Sessions.</summary>
    Session,

    /// <summary>Chapters. Books have them too, so that they make no course by themselves.</summary>
    Chapter,

    /// <summary>Parts that are only numbered.</summary>
    Part,
}
