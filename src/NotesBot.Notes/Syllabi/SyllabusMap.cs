namespace NotesBot.Notes.Syllabi;

/// <summary>The syllabus of a library, and the course and week of each of its files. Immutable, safe to use from many threads.</summary>
public sealed class SyllabusMap
{
    private readonly Dictionary<string, CoursePlace> _places;
    private readonly Dictionary<string, FileOutline> _outlines;
    private readonly Func<int?, CourseUnit> _unitOf;
    private readonly OwnPattern? _pattern;

    private SyllabusMap(LibraryPlaces library, Syllabus syllabus, OwnPattern? pattern)
    {
        Syllabus = syllabus;
        _pattern = pattern;
        _unitOf = library.UnitOf;
        _outlines = library.Outlines.ToDictionary(outline => outline.Path, StringComparer.Ordinal);
        _places = library.Outlines.ToDictionary(outline => outline.Path, outline => Complete(library.PlaceOf(outline.Path)),
            StringComparer.Ordinal);
    }

    /// <summary>The courses and weeks that the notes list; without a list those of folders and titles, where these have a real
    /// structure.</summary>
    public Syllabus Syllabus { get; }

    /// <summary>Makes the map of a library.</summary>
    /// <param name="outlines">Of all files, in any order; one a path.</param>
    /// <param name="options">The pattern of one's own.</param>
    /// <exception cref="ArgumentException"><see cref="NotesOptions.CoursePattern"/> is no regular expression.</exception>
    public static SyllabusMap Build(IReadOnlyCollection<FileOutline> outlines, NotesOptions options)
    {
        ArgumentNullException.ThrowIfNull(outlines);
        ArgumentNullException.ThrowIfNull(options);
        var pattern = OwnPattern.Of(options);
        var library = new LibraryPlaces([.. outlines.OrderBy(outline => outline.Path, StringComparer.Ordinal)], pattern);
        var syllabus = SyllabusMerge.Of(library);
        return new SyllabusMap(
            library, syllabus.Courses.Count > 0 ? syllabus : syllabus with { Outline = OutlineTree.Of(library.Outlines) }, pattern);
    }

    /// <summary>Course and week of a file; what the notes do not tell is <see langword="null"/>.</summary>
    /// <param name="path">Relative to the notes folder.</param>
    public CoursePlace PlaceOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _places.GetValueOrDefault(path);
    }

    /// <summary>
    /// The passages of a file with their course and week: what they name themselves, else the file's, else that of the headings above them,
    /// where
    /// notes stand below these and not only a list of weeks.
    /// </summary>
    public IReadOnlyList<Passage> Place(IReadOnlyList<Passage> passages, string path)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var file = PlaceOf(path);
        return [.. passages.Select(passage => Placed(passage, file))];
    }

    private Passage Placed(Passage passage, CoursePlace file)
    {
        var heading = file is { Course: not null, Week: not null } ? file : OfTrail(passage, file.Course);
        var place = Complete(new CoursePlace(passage.Course ?? file.Course ?? heading.Course, passage.Week ?? file.Week ?? heading.Week));
        return place.Course == passage.Course && place.Week == passage.Week ? passage
            : passage with { Course = place.Course, Week = place.Week };
    }

    private CoursePlace OfTrail(Passage passage, int? ofFile)
    {
        var place = default(CoursePlace);
        foreach (var heading in passage.Trail)
        {
            var own = _pattern?.Find(heading) ?? default;
            var mark = CourseWeekPattern.InLine(heading, isHeading: true);
            var course = own.Course ?? mark?.Course;
            var week = own.Week ?? (mark?.Unit == _unitOf(ofFile ?? course) ? mark.Week : null);
            place = own == default && !HasNotes(passage.Path, course ?? place.Course, week) ? place
                : new CoursePlace(course ?? place.Course, week ?? place.Week);
        }

        return place;
    }

    private bool HasNotes(string path, int? course, int? week) =>
        _outlines.GetValueOrDefault(path) is { } outline &&
        outline.Drafts.Any(draft => draft.HasBody && draft.Week == week &&
            (draft.Course is null || course is null || draft.Course == course));

    private CoursePlace Complete(CoursePlace place) => place switch
    {
        { Course: not null } or { Week: null } => place,
        _ when Syllabus.Courses is [var only] => place with { Course = only.Number },
        _ when Syllabus.Courses.Count > 1 => default,
        _ => place,
    };
}
