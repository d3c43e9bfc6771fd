namespace NotesBot.Notes.Syllabi;

/// <summary>What paths, titles and the links of the syllabus tell about where each file belongs.</summary>
internal sealed class LibraryPlaces
{
    private readonly OwnPattern? _pattern;
    private readonly Dictionary<string, PathMarks> _marks;
    private readonly Dictionary<string, CourseMark?> _titles;
    private readonly LinkVotes _votes;
    private readonly Dictionary<string, CoursePlace> _places = new(StringComparer.Ordinal);

    internal LibraryPlaces(IReadOnlyList<FileOutline> outlines, OwnPattern? pattern)
    {
        _pattern = pattern;
        Outlines = outlines;
        var folders = new Dictionary<string, PathMarks>(StringComparer.Ordinal);
        _marks = outlines.ToDictionary(outline => outline.Path, outline => PathMarks.Of(outline.Path, folders), StringComparer.Ordinal);
        _titles = outlines.ToDictionary(outline => outline.Path, outline => CourseWeekPattern.InLine(outline.Title, isHeading: true),
            StringComparer.Ordinal);
        Lists = ListsAmong(outlines);
        Unit = Lists.Count > 0 ? UnitOfList(Lists[0]) : UnitOfPaths();
        _votes = new LinkVotes(outlines, Lists);
    }

    /// <summary>All files, by path.</summary>
    internal IReadOnlyList<FileOutline> Outlines { get; }

    /// <summary>The files that list courses or weeks, the one that counts most first.</summary>
    internal IReadOnlyList<FileOutline> Lists { get; }

    /// <summary>What counts as the week of this library.</summary>
    internal CourseUnit Unit { get; }

    /// <summary>What the names of a file and its folders tell.</summary>
    internal PathMarks MarksOf(string path) => _marks[path];

    /// <summary>Where a file belongs: its names count most, then the links to it, then its title.</summary>
    internal CoursePlace PlaceOf(string path) => _places.TryGetValue(path, out var place) ? place : _places[path] = Find(path);

    private CoursePlace Find(string path)
    {
        var named = Named(path);
        var linked = _votes.PlaceOf(path);
        var titled = named.Week is null && linked.Week is null ? Titled(path) : default;
        return new CoursePlace(named.Course ?? linked.Course ?? titled.Course, named.Week ?? linked.Week ?? titled.Week);
    }

    /// <summary>Where the names of a file and its folders, or the pattern of one's own, put it.</summary>
    internal CoursePlace Named(string path)
    {
        var own = _pattern?.Find(path) ?? default;
        var marks = _marks[path];
        return new CoursePlace(own.Course ?? marks.Course?.Number, own.Week ?? marks.Week(Unit));
    }

    /// <summary>The mark that a file's title begins with.</summary>
    internal CourseMark? TitleOf(string path) => SyllabusDrafts.IsIndex(path) && !path.Contains('/', StringComparison.Ordinal)
        ? null
        : _titles[path];

    private CoursePlace Titled(string path) =>
        TitleOf(path) is { } mark ? new CoursePlace(mark.Course, mark.Unit == Unit ? mark.Week : null) : default;

    private List<FileOutline> ListsAmong(IReadOnlyList<FileOutline> outlines)
    {
        var lists = outlines.Where(IsList).OrderBy(outline => SyllabusDrafts.IsIndex(outline.Path) ? 0 : 1)
            .ThenBy(outline => outline.Path.Count(letter => letter == '/')).ThenByDescending(outline => outline.Drafts.Count)
            .ThenBy(outline => outline.Path, StringComparer.Ordinal).ToList();
        var others = lists.Where(outline => !SyllabusDrafts.IsIndex(outline.Path) && CourseOf(outline) is null).ToList();
        return lists.Count == 1 ? lists : [.. lists.Except(others)];
    }

    private bool IsList(FileOutline outline) =>
        _marks[outline.Path] is { Units.Count: 0 } marks &&
        outline.Drafts.Select(draft => (draft.Course, draft.Week)).Distinct().Count() is var count &&
        (count >= 2 || (count == 1 && marks.Course is not null && SyllabusDrafts.IsIndex(outline.Path)));

    /// <summary>The course that all lines of a list without a place name, or that its path names.</summary>
    internal int? CourseOf(FileOutline outline) =>
        _marks[outline.Path].Course?.Number ?? outline.Drafts.FirstOrDefault(draft => draft.Course is not null)?.Course;

    private static CourseUnit UnitOfList(FileOutline list) =>
        list.Drafts.FirstOrDefault(draft => draft.Week is not null)?.Unit ?? CourseUnit.Week;

    private CourseUnit UnitOfPaths()
    {
        var counts = Enum.GetValues<CourseUnit>().ToDictionary(unit => unit, unit => Outlines
            .Select(outline => (_marks[outline.Path].Course?.Number, Week: _marks[outline.Path].Week(unit) ?? TitleWeek(outline, unit)))
            .Where(place => place.Week is not null).Distinct().Count());
        return Enum.GetValues<CourseUnit>().OrderByDescending(unit => Math.Min(2, counts[unit])).ThenBy(unit => unit).First();
    }

    private int? TitleWeek(FileOutline outline, CourseUnit unit) =>
        _titles[outline.Path] is { } mark && mark.Unit == unit ? mark.Week : null;
}
