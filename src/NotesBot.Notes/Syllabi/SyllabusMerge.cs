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
        foreach (var draft in list.Drafts)
        {
            var number = ofPath is { } folder && _library.Named.Units.ContainsKey(folder) ? (hasCourses ? null : folder)
                : draft.Course ?? ofPath ?? Default(draft, isFirst, hasCourses);
            if (number is { } course && (draft.Week is null || draft.Unit == _library.UnitOf(course)) &&
                (isFirst || _courses.ContainsKey(course) || SyllabusDrafts.IsIndex(list.Path) || ofPath is not null))
            {
                Add(course, draft, !closed.Contains(course));
            }
        }
    }

    /// <summary>The course of a line that names none: that of the folder that it links, or the only one.</summary>
    private int? Default(SyllabusDraft draft, bool isFirst, bool hasCourses) =>
        _library.Named.Units.Count > 0 ? _library.Named.CourseOf(draft.Links)
        : !hasCourses && (isFirst || _courses.Count == 0) ? 1
        : Only();

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
        var named = _library.Outlines.Select(outline => (outline.Path, Place: PlaceFor(outline.Path, isWritten, hasCourses)))
            .Where(file => file.Place.Course is not null).OrderBy(file => file.Place.Week ?? 0).ToList();
        foreach (var (path, place) in named)
        {
            var course = Entry(place.Course!.Value);
            var adds = !listed.Contains(place.Course.Value) || Continues(course, place.Week) || IsSeries(course, place.Course, named);
            AddNames(course, place.Course.Value, adds ? place.Week : null, _library.MarksOf(path));
        }
    }

    private CoursePlace PlaceFor(string path, bool isWritten, bool hasCourses)
    {
        var place = _library.PlaceOf(path);
        var week = isWritten ? _library.PlaceOfNames(path).Week : place.Week;
        return new CoursePlace(place.Course ?? (week is null ? null : hasCourses ? Only() : 1), week);
    }

    /// <summary>A folder beside a list is the next week, or one left out; folders that count otherwise add nothing.</summary>
    private static bool Continues(CourseEntry course, int? week) => week <= course.Weeks.Keys.DefaultIfEmpty(0).Max() + 1;

    /// <summary>Several weeks that the list lacks are no accident.</summary>
    private static bool IsSeries(CourseEntry course, int? number, List<(string Path, CoursePlace Place)> named) =>
        named.Where(file => file.Place.Course == number).Select(file => file.Place.Week).OfType<int>().Distinct()
            .Count(week => !course.Weeks.ContainsKey(week)) > 1;

    private void AddNames(CourseEntry course, int courseNumber, int? week, PathMarks marks)
    {
        course.Title ??= marks.Course is { IsFile: false } part ? part.Title : null;
        if (week is { } number)
        {
            var named = marks.Units.GetValueOrDefault(_library.UnitOf(courseNumber));
            course.Weeks[number] = course.Weeks.GetValueOrDefault(number) ?? (named is { IsFile: false } ? named.Title : null);
        }
    }

    /// <summary>Titles that the notes of a week give it: a heading "Week 1: Title", or the title of its only note. What several weeks
    /// are called is none of theirs.</summary>
    private void AddTitles()
    {
        var files = _library.Outlines.Select(outline => (Outline: outline, Place: _library.PlaceOf(outline.Path)))
            .Where(file => file.Place.Week is not null)
            .GroupBy(file => (Course: file.Place.Course ?? Only(), file.Place.Week), file => file.Outline);
        foreach (var course in files.Where(group => group.Key.Course is not null).GroupBy(group => group.Key.Course!.Value))
        {
            if (_courses.TryGetValue(course.Key, out var entry))
            {
                AddTitles(entry, course.Key, course.ToDictionary(group => group.Key.Week!.Value, group => group.ToList()));
            }
        }
    }

    private void AddTitles(CourseEntry course, int number, Dictionary<int, List<FileOutline>> files)
    {
        var titles = files.Where(week => course.Weeks.TryGetValue(week.Key, out var known) && known is null)
            .ToDictionary(week => week.Key, week => TitleOf(week.Value, number, week.Key));
        foreach (var (week, title) in titles.Where(title => titles.Values.Count(other => other == title.Value) == 1))
        {
            course.Weeks[week] = title;
        }
    }

    private string? TitleOf(List<FileOutline> files, int course, int week)
    {
        var isListed = _library.Lists.Count > 0 && !_library.Named.Units.ContainsKey(course);
        var own = files.Where(file => _library.PlaceOfNames(file.Path).Week == week).ToList();
        var said = Said(own, week) ?? (isListed ? null : Said(own, week, _library.UnitOf(course))) ?? Said(files, week);
        var only = files.Count == 1 ? files[0] : files.FirstOrDefault(file => SyllabusDrafts.IsIndex(file.Path));
        return said ?? (isListed ? null
            : only is not null && IsName(only) ? OfNames(files, course) ?? MarkTitle.Clean(only.Opening)
            : only is null || _library.TitleOf(only.Path) is not null ? OfNames(files, course)
            : MarkTitle.Clean(only.Title));
    }

    private string? Said(List<FileOutline> files, int week) => files.Where(file => !IsName(file)).Select(file => _library.TitleOf(file.Path))
        .FirstOrDefault(mark => mark?.Week == week && mark.Title is not null)?.Title;

    private static string? Said(List<FileOutline> files, int week, CourseUnit unit) => files.SelectMany(file => file.Drafts)
        .FirstOrDefault(draft => draft.Week == week && draft.Unit == unit)?.Title;

    /// <summary>What stands behind the number in the name of a file, where no other file beside it is of that week.</summary>
    private string? OfNames(List<FileOutline> files, int course)
    {
        var named = files.Select(file => _library.MarksOf(file.Path).Units.GetValueOrDefault(_library.UnitOf(course)))
            .OfType<NamedPart>().Where(part => part.IsFile).ToList();
        var titles = named.GroupBy(part => Path.GetDirectoryName(part.Path)).Where(folder => folder.Count() == 1)
            .Select(folder => folder.Single().Title).OfType<string>().Distinct().ToList();
        return titles is [var only] ? only : null;
    }

    private static bool IsName(FileOutline file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path);
        return Letters(name) == Letters(file.Title);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private bool HasStructure() =>
        _courses.Count >= 2 || _courses.Any(course => course.Value.Weeks.Count >= PartNames.Least(_library.UnitOf(course.Key)));

    private Syllabus Finish() => new([.. _courses.Select(course => new Course(course.Key, TitleOf(course), WeeksOf(course))
    {
        IsByOrder = _library.Named.ByOrder.Contains(course.Key) || !_library.SaysCourses,
    })]);

    /// <summary>The only course of a library that counts none is called as the library is.</summary>
    private string? TitleOf(KeyValuePair<int, CourseEntry> course) =>
        course.Value.Title ?? (_courses.Count == 1 && !_library.SaysCourses ? _library.Titles.OfLibrary() : null);

    private List<Week> WeeksOf(KeyValuePair<int, CourseEntry> course) =>
        [.. course.Value.Weeks.Select(week => new Week(week.Key, week.Value) { Unit = _library.UnitOf(course.Key) })];

    private sealed class CourseEntry
    {
        internal string? Title { get; set; }

        internal SortedDictionary<int, string?> Weeks { get; } = [];
    }
}
