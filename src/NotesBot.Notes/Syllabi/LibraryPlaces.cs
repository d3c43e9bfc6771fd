namespace NotesBot.Notes.Syllabi;

/// <summary>What paths, titles and the links of the syllabus tell about where each file belongs.</summary>
internal sealed class LibraryPlaces
{
    private readonly OwnPattern? _pattern;
    private readonly Dictionary<string, CourseMark?> _titles;
    private readonly Dictionary<int, CourseUnit> _units;
    private readonly NamedCourses _named;
    private readonly LinkVotes _votes;
    private readonly CourseUnit _unit;
    private readonly Dictionary<string, CoursePlace> _places = new(StringComparer.Ordinal);
    private Dictionary<string, PathMarks> _marks;

    internal LibraryPlaces(IReadOnlyList<FileOutline> outlines, OwnPattern? pattern)
    {
        _pattern = pattern;
        Outlines = outlines;
        Titles = new CourseTitles(outlines);
        var folders = new Dictionary<string, PathMarks>(StringComparer.Ordinal);
        _marks = ExplicitCourses.Parted(
            outlines.ToDictionary(outline => outline.Path, outline => PathMarks.Of(outline.Path, folders), StringComparer.Ordinal));
        _titles = outlines.ToDictionary(outline => outline.Path, outline => IsAside(outline.Path) ? null : TitlePrefix.Of(outline.Title).Mark,
            StringComparer.Ordinal);
        Lists = ListsAmong(outlines);
        SaysCourses = _marks.Values.Any(marks => marks.Course is not null) || ListedCourses().Any();
        _named = PlaceFolders();
        Lists = ListsAmong(outlines);
        _unit = Lists.Count > 0 ? UnitOfList(Lists[0]) : UnitOfPaths();
        _units = _named.Units.ToDictionary(unit => unit.Key, unit => ListedUnit(unit.Key) ?? unit.Value);
        _votes = new LinkVotes(outlines, Lists);
    }

    /// <summary>All files, by path.</summary>
    internal IReadOnlyList<FileOutline> Outlines { get; }

    /// <summary>What the notes call their courses.</summary>
    internal CourseTitles Titles { get; }

    /// <summary>The files that list courses or weeks, the one that counts most first.</summary>
    internal IReadOnlyList<FileOutline> Lists { get; private set; }

    /// <summary>Whether the notes count courses themselves.</summary>
    internal bool SaysCourses { get; }

    /// <summary>The courses that are folders.</summary>
    internal NamedCourses Named => _named;

    /// <summary>What counts as the week of a course.</summary>
    internal CourseUnit UnitOf(int? course) => course is { } number && _units.TryGetValue(number, out var unit) ? unit : _unit;

    /// <summary>What the names of a file and its folders tell.</summary>
    internal PathMarks MarksOf(string path) => _marks[path];

    /// <summary>Where a file belongs: its names count most, then the links to it, then its title.</summary>
    internal CoursePlace PlaceOf(string path) => _places.TryGetValue(path, out var place) ? place : _places[path] = Find(path);

    private CoursePlace Find(string path)
    {
        var named = PlaceOfNames(path);
        var linked = _votes.PlaceOf(path);
        linked = named.Course is null || linked.Course is null || linked.Course == named.Course ? linked : default;
        var course = named.Course ?? linked.Course;
        var titled = named.Week is null && linked.Week is null && TitleOf(path) is { } mark ? mark : null;
        course ??= titled?.Course;
        return new CoursePlace(course, named.Week ?? linked.Week ?? (titled?.Unit == UnitOf(course) ? titled.Week : null));
    }

    /// <summary>Where the names of a file and its folders, or the pattern of one's own, put it.</summary>
    internal CoursePlace PlaceOfNames(string path)
    {
        var own = _pattern?.Find(path) ?? default;
        var marks = _marks[path];
        var course = own.Course ?? marks.Course?.Number;
        return new CoursePlace(course, own.Week ?? marks.Week(UnitOf(course)));
    }

    /// <summary>The mark that a file's title begins with, or names behind its course.</summary>
    internal CourseMark? TitleOf(string path) => SyllabusDrafts.IsIndex(path) && !path.Contains('/', StringComparison.Ordinal)
        ? null
        : _titles[path];

    /// <summary>The courses that the lists name, with their titles.</summary>
    private IEnumerable<SyllabusDraft> ListedCourses() =>
        Lists.SelectMany(list => list.Drafts).Where(draft => draft is { Course: not null });

    /// <summary>Finds the courses that are folders, and gives their files the marks of these.</summary>
    private NamedCourses PlaceFolders()
    {
        var listed = ListedCourses().Where(draft => draft is { Week: null, Title: not null }).GroupBy(draft => draft.Course!.Value)
            .ToDictionary(group => group.Key, group => Likeness.Of(group.First().Title));
        var root = FolderNode.Of(Outlines.Select(outline => outline.Path));
        var votes = new LinkVotes(Outlines, Lists);
        var folders = CourseFolders.Of(root, new ListedCourses(
            listed, folder => votes.PlaceOf(folder + "/").Course, Outlines.Any(outline => outline.Contents.Count > 0)));
        var outside = Lists.Where(list => !folders.Any(course => list.Path.StartsWith(course.Folder.Path + "/", StringComparison.Ordinal)));
        var taken = _marks.Values.Select(marks => marks.Course?.Number ?? 0).Concat(outside.SelectMany(list => list.Drafts).Select(draft => draft.Course ?? 0));
        var named = new NamedCourses(folders, taken, Titles.Of);
        var counted = new CountedFolders(root);
        _marks = _marks.ToDictionary(
            marks => marks.Key, marks => Trusted(marks.Key, counted.Place(marks.Key, named.Place(marks.Key, marks.Value))), StringComparer.Ordinal);
        return named;
    }

    /// <summary>The weeks of a diary, and numbers in folders that are kept aside, are no weeks of a course.</summary>
    private static PathMarks Trusted(string path, PathMarks marks) =>
        marks is { Course: null, Units.Count: > 0 } && IsAside(path) ? PathMarks.Nothing : marks;

    private static bool IsAside(string path) => path.Split('/')[..^1].Any(FolderName.IsNoCourse);

    private List<FileOutline> ListsAmong(IReadOnlyList<FileOutline> outlines)
    {
        var lists = outlines.Where(IsList).OrderBy(outline => SyllabusDrafts.IsIndex(outline.Path) ? 0 : 1)
            .ThenBy(outline => outline.Path.Count(letter => letter == '/')).ThenByDescending(outline => outline.Drafts.Count)
            .ThenBy(outline => outline.Path, StringComparer.Ordinal).ToList();
        var others = lists.Where(outline => !SyllabusDrafts.IsIndex(outline.Path) && CourseOf(outline) is null).ToList();
        return lists.Count == 1 ? lists : [.. lists.Except(others)];
    }

    /// <summary>A note "Lectures 5 and 6: Title" is no list, nor is one deep inside that tells of lessons and links none.</summary>
    private bool IsList(FileOutline outline) =>
        _marks[outline.Path] is { Units.Count: 0 } marks && !(outline.Drafts is [{ Title: { } title }, _, ..] && outline.Drafts.All(draft => draft.Title == title)) &&
        (SyllabusDrafts.IsIndex(outline.Path) || marks.Course is not null || !outline.Path.Contains('/', StringComparison.Ordinal) ||
            outline.Drafts.Count(draft => draft.Links.Count > 0 || draft.HasBody) > 1) &&
        outline.Drafts.Select(draft => (draft.Course, draft.Week)).Distinct().Count() is var count &&
        (count >= 2 || (count == 1 && marks.Course is not null && SyllabusDrafts.IsIndex(outline.Path)));

    /// <summary>The course that all lines of a list without a place name, or that its path names.</summary>
    internal int? CourseOf(FileOutline outline) =>
        _marks[outline.Path].Course?.Number ?? outline.Drafts.FirstOrDefault(draft => draft.Course is not null)?.Course;

    private static CourseUnit UnitOfList(FileOutline list) =>
        list.Drafts.FirstOrDefault(draft => draft.Week is not null)?.Unit ?? CourseUnit.Week;

    /// <summary>What the lists call the parts of a course; <see langword="null"/> when none lists them.</summary>
    private CourseUnit? ListedUnit(int course) =>
        ListedCourses().FirstOrDefault(draft => draft.Course == course && draft.Week is not null)?.Unit;

    /// <summary>What names and titles count where no list does; chapters are a book's.</summary>
    private CourseUnit UnitOfPaths()
    {
        var units = Enum.GetValues<CourseUnit>().Where(unit => unit < CourseUnit.Chapter).ToList();
        var counts = units.ToDictionary(unit => unit, unit => Outlines
            .Select(outline => (_marks[outline.Path].Course?.Number, Week: _marks[outline.Path].Week(unit) ?? TitleWeek(outline, unit)))
            .Where(place => place.Week is not null).Distinct().Count());
        return units.OrderByDescending(unit => Math.Min(2, counts[unit])).ThenBy(unit => unit).First();
    }

    private int? TitleWeek(FileOutline outline, CourseUnit unit) =>
        _titles[outline.Path] is { } mark && mark.Unit == unit ? mark.Week : null;
}
