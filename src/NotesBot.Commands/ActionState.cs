using NotesBot.Notes;

namespace NotesBot.Commands;

/// <summary>
/// What a button or select carries, so that it works after a restart, after a rebuild of the index and next year: no query, only
/// what to do and the passages it is about.
/// </summary>
/// <param name="Kind">What to do.</param>
public sealed record ActionState(ActionKind Kind)
{
    /// <summary>Most passages that one state names.</summary>
    public const int MaxPassages = 10;

    /// <summary>The largest <see cref="Page"/>.</summary>
    public const int MaxPage = 63;

    /// <summary>The largest <see cref="Course"/> and <see cref="Week"/>.</summary>
    public const int MaxNumber = 255;

    /// <summary>Page, from 0 to 63.</summary>
    public int Page { get; init; }

    /// <summary>Course, 1 to 255; <see langword="null"/> for none.</summary>
    public int? Course { get; init; }

    /// <summary>Week, 1 to 255; <see langword="null"/> for none.</summary>
    public int? Week { get; init; }

    /// <summary>Passages with the place in each that is meant; at most <see cref="MaxPassages"/>.</summary>
    public IReadOnlyList<PassageMark> Passages { get; init; } = [];
}

/// <summary>A passage and a place in it: what answered, or where reading goes on.</summary>
/// <param name="Id">The passage.</param>
/// <param name="Start">That place in its text, 0 to 4095, in UTF-16 units.</param>
public sealed record PassageMark(PassageId Id, int Start)
{
    /// <summary>The largest <see cref="Start"/>.</summary>
    public const int MaxStart = 4095;
}

/// <summary>What a button does. The numbers stand in messages for ever: none is given twice.</summary>
public enum ActionKind
{
    /// <summary>Another page of hits.</summary>
    FindPage = 1,

    /// <summary>One hit in full.</summary>
    ShowPassage = 2,

    /// <summary>The text after (or before) a passage.</summary>
    ReadOn = 3,

    /// <summary>Shows a private reply to everybody.</summary>
    Share = 4,

    /// <summary>Opens the form to search again.</summary>
    AskAgain = 5,

    /// <summary>Deletes the reply.</summary>
    Delete = 6,

    /// <summary>A syllabus page: everything, a course, or a week.</summary>
    Syllabus = 7,

    /// <summary>The passages of a course or week.</summary>
    WeekPassages = 8,

    /// <summary>Further hits of one note that were folded.</summary>
    Folded = 9,

    /// <summary>The passages nearest in meaning to the first one.</summary>
    SeeAlso = 10,
}
