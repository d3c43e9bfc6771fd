namespace NotesBot.Notes.Syllabi;

/// <summary>Makes one syllabus of what all files list, or of the folders where none does.</summary>
internal sealed class SyllabusMerge
{
    private readonly LibraryPlaces _library;
    private readonly SortedDictionary<int, CourseEntry> _courses = [];

    private SyllabusMerge(LibraryPlaces library) => _library = library;

    /// <summary>The syllabus; <see cref="Syllabus.None"/> when neither a list nor two weeks or courses of folders and titles
    /// exist.</summary>
    internal static Syllabus Of(LibraryPlaces library)
    {
        var merge = new SyllabusMerge(library);
        foreach (var (index, list) in library.Lists.Index())
        {
            merge.AddList(list, isFirst: index == 0);
        }

        var isWritten = merge._courses.Count > 0;
        merge.AddFolders(isWritten);
        merge.AddTitles();
        return isWritten || merge.HasStructure() ? merge.Finish() : Syllabus.None;
    }

    private void AddList(FileOutline list, bool isFirst)
    {
        var ofPath = _library.MarksOf(list.Path).Course?.Number;
        var hasCourses = list.Drafts.Any(draft => draft.Course is not null);
        var closed = isFirst ? [] : _courses.Where(course => course.Value.Weeks.Count > 0).Select(course => course.Key).ToHashSet();
        foreach (var draft in list.Drafts.Where(draft => draft.Week is null || draft.Unit == _library.Unit))
        {
            var number = draft.Course ?? ofPath ?? (!hasCourses && _courses.Count == 0 || isFirst && !hasCourses ? 1 : Only());
            if (number is { } course &&
                (isFirst || _courses.ContainsKey(course) || SyllabusDrafts.IsIndex(list.Path) || ofPath is not null))
            {
                Add(course, draft, !closed.Contains(course));
            }
        }
    }

    private int? Only() => _courses.Count == 1 ? _courses.Keys.First() : null;

    private void Add(int number, SyllabusDraft draft, bool withWeeks)
    {
        var course = Entry(number);
        if (draft.Week is not { } week)
        {
            course.Title ??= draft.Title;
        }
        else if (withWeeks || course.Weeks.ContainsKey(week))
        {
            course.Weeks[week] = course.Weeks.GetValueOrDefault(week) ?? draft.Title;
        }
    }

    private CourseEntry Entry(int number) => _courses.TryGetValue(number, out var entry) ? entry : _courses[number] = new CourseEntry();

    /// <summary>Courses and weeks that have folders or files named after them; without a list also those that only titles name.</summary>
    private void AddFolders(bool isWritten)
    {
        var hasCourses = isWritten || _library.Outlines.Any(outline => _library.PlaceOf(outline.Path).Course is not null);
        var listed = _courses.Where(course => course.Value.Weeks.Count > 0).Select(course => course.Key).ToHashSet();
        var named = _library.Outlines.Select(outline => (outline.Path, Place: PlaceOfNames(outline.Path, isWritten, hasCourses)));
        foreach (var (path, place) in named.Where(file => file.Place.Course is not null).OrderBy(file => file.Place.Week ?? 0))
        {
            var course = Entry(place.Course!.Value);
            AddNames(course, listed.Contains(place.Course.Value) && !Continues(course, place.Week) ? null
                : place.Week, _library.MarksOf(path));
        }
    }

    private CoursePlace PlaceOfNames(string path, bool isWritten, bool hasCourses)
    {
        var place = _library.PlaceOf(path);
        var week = isWritten ? _library.Named(path).Week : place.Week;
        return new CoursePlace(place.Course ?? (week is null ? null : hasCourses ? Only() : 1), week);
    }

    /// <summary>A folder beside a list is the next week, or one left out; folders that count otherwise add nothing.</summary>
    private static bool Continues(CourseEntry course, int? week) => week <= course.Weeks.Keys.DefaultIfEmpty(0).Max() + 1;

    private void AddNames(CourseEntry course, int? week, PathMarks marks)
    {
        course.Title ??= marks.Course is { IsFile: false } part ? part.Title : null;
        if (week is { } number)
        {
            var named = marks.Units.GetValueOrDefault(_library.Unit);
            course.Weeks[number] = course.Weeks.GetValueOrDefault(number) ?? (named is { IsFile: false } ? named.Title : null);
        }
    }

    /// <summary>Titles that the notes of a week give it: a heading "Week 1: Title", or the title of its only note.</summary>
    private void AddTitles()
    {
        var files = _library.Outlines.Select(outline => (Outline: outline, Place: _library.PlaceOf(outline.Path)))
            .Where(file => file.Place.Week is not null).ToList();
        foreach (var group in files.GroupBy(file => (Course: file.Place.Course ?? Only(), file.Place.Week)))
        {
            if (group.Key.Course is { } number && _courses.TryGetValue(number, out var course) &&
                course.Weeks.TryGetValue(group.Key.Week!.Value, out var title))
            {
                course.Weeks[group.Key.Week.Value] = title ?? TitleOf([.. group.Select(file => file.Outline)], group.Key.Week.Value);
            }
        }
    }

    private string? TitleOf(List<FileOutline> files, int week)
    {
        var said = files.Where(file => !IsName(file)).Select(file => _library.TitleOf(file.Path))
            .FirstOrDefault(mark => mark?.Week == week && mark.Title is not null)?.Title;
        var only = files.Count == 1 ? files[0] : files.FirstOrDefault(file => SyllabusDrafts.IsIndex(file.Path));
        return said ?? (_library.Lists.Count > 0 || only is null || _library.TitleOf(only.Path) is not null || IsName(only) ? null
            : MarkTitle.Clean(only.Title));
    }

    private static bool IsName(FileOutline file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path);
        return Letters(name) == Letters(file.Title);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private bool HasStructure() => _courses.Count >= 2 || _courses.Values.Sum(course => course.Weeks.Count) >= 2;

    private Syllabus Finish() => new(
        [.. _courses
            .Select(course => new Course(course.Key, course.Value.Title,
                [.. course.Value.Weeks.Select(week => new Week(week.Key, week.Value))]))]);

    private sealed class CourseEntry
    {
        internal string? Title { get; set; }

        internal SortedDictionary<int, string?> Weeks { get; } = [];
    }
}
