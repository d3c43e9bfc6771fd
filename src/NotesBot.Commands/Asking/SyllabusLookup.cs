using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Asking;

/// <summary>What the syllabus of the library says to a course and a week that somebody named.</summary>
internal sealed class SyllabusLookup(LibraryState library)
{
    private const int MaxEchoLength = 40;

    internal IReadOnlyList<Course> Courses => library.Syllabus.Courses;

    internal IReadOnlyList<OutlineEntry> Outline => library.Syllabus.Outline;

    internal Course? Course(int? number) => Courses.FirstOrDefault(course => course.Number == number);

    internal bool HasNotes(Course course) => library.PassagesByWeek.Any(place => place.Key.Course == course.Number && place.Value > 0);

    internal bool HasNotes(Course course, Week week) => Passages(course, week) > 0;

    internal int Passages(Course course) =>
        library.PassagesByWeek.Where(place => place.Key.Course == course.Number).Sum(place => place.Value);

    internal int Passages(Course course, Week week) => library.PassagesByWeek.GetValueOrDefault((course.Number, week.Number));

    /// <summary>
    /// A sentence that lists what exists, when the course or the week that was named does not; else <see langword="null"/>.
    /// </summary>
    internal string? Objection(Invocation invocation, Texts texts)
    {
        var course = Course(invocation.Number(Options.Course));
        return invocation.Text(Options.Course) is { } askedCourse && course is null
            ? NoSuchCourse(askedCourse, texts)
            : invocation.Text(Options.Week) is { } askedWeek ? NoSuchWeek(askedWeek, invocation.Number(Options.Week), course, texts) : null;
    }

    /// <summary>The same for numbers.</summary>
    internal string? Objection(int? course, int? week, Texts texts)
    {
        var known = Course(course);
        return course is { } askedCourse && known is null
            ? NoSuchCourse(texts.Number(askedCourse), texts)
            : week is { } askedWeek ? NoSuchWeek(texts.Number(askedWeek), week, known, texts) : null;
    }

    private string NoSuchCourse(string asked, Texts texts) => Courses.Count == 0
        ? texts.NoSyllabus
        : texts.NoSuchCourse(Plain.Cut(Plain.OneLine(asked), MaxEchoLength), [.. Courses.Select(course => course.Number)]);

    private string? NoSuchWeek(string asked, int? number, Course? course, Texts texts)
    {
        var weeks = WeekNumbers(course);
        var name = course is null ? null : texts.ShortName(course);
        return weeks.Contains(number ?? 0) ? null : texts.NoSuchWeek(Plain.Cut(Plain.OneLine(asked), MaxEchoLength), name, weeks);
    }

    /// <summary>
    /// Courses to choose from, only those that have the week; what was typed is a number's beginning or a part of a title.
    /// </summary>
    internal IReadOnlyList<Choice> CompleteCourse(string typed, int? week, Texts texts) =>
    [
        .. Courses
            .Where(course => week is null || course.Weeks.Any(candidate => candidate.Number == week))
            .Select(course => ToChoice(texts.Name(course), course.Number))
            .Where(choice => Fits(choice, typed)),
    ];

    /// <summary>The titles of weeks with notes, to ask for what a week is about; in order.</summary>
    internal IEnumerable<Choice> CompleteTopic(int? courseNumber, int? weekNumber, Texts texts) =>
        from course in Courses
        where courseNumber is null || course.Number == courseNumber
        from week in course.Weeks
        where week.Title is not null && HasNotes(course, week) && (weekNumber is null || week.Number == weekNumber)
        select Completion.ToChoice($"{texts.ShortName(course)} · {texts.Name(week)}", Plain.OneLine(week.Title!));

    /// <summary>Weeks to choose from: of one course with their titles, else the numbers that any course has.</summary>
    internal IReadOnlyList<Choice> CompleteWeek(string typed, int? course, Texts texts)
    {
        var choices = Course(course) is { } chosen
            ? chosen.Weeks.Select(week => ToChoice(texts.Name(week), week.Number))
            : WeekNumbers(null).Select(number => ToChoice(texts.Within(library.Syllabus, null, number)!, number));
        return [.. choices.Where(choice => Fits(choice, typed))];
    }

    private List<int> WeekNumbers(Course? course) =>
    [
        .. (course is null ? Courses : [course]).SelectMany(one => one.Weeks).Select(week => week.Number).Distinct().Order(),
    ];

    private static Choice ToChoice(string label, int number) =>
        Completion.ToChoice(label, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool Fits(Choice choice, string typed) =>
        choice.Value.StartsWith(typed, StringComparison.Ordinal) || choice.Label.Contains(typed, StringComparison.OrdinalIgnoreCase);
}
