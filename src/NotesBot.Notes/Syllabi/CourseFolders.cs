namespace NotesBot.Notes.Syllabi;

/// <summary>
/// Finds the folders that are courses without saying so: by the numbered parts in them (<c>Compilers/lec01.md</c>), as subjects of
/// semesters, or since the syllabus lists a course of that title. Nothing is one on a hint: a wrong course is worse than none.
/// </summary>
internal sealed class CourseFolders
{
    private const int MaxDepth = 6;
    private readonly FolderNode _root;
    private readonly IReadOnlyDictionary<int, Likeness> _listed;
    private readonly bool _isBook;

    private readonly Func<string, int?> _linked;

    private CourseFolders(FolderNode root, ListedCourses listed)
    {
        _root = root;
        _listed = listed.Titles;
        _linked = listed.LinkedFrom;
        _isBook = listed.IsBook;
    }

    /// <summary>The courses in the order of their folders; none lies in another.</summary>
    /// <param name="root">The notes folder.</param>
    /// <param name="listed">What the syllabus lists.</param>
    internal static IReadOnlyList<CourseFolder> Of(FolderNode root, ListedCourses listed) => new CourseFolders(root, listed).Find();

    private List<CourseFolder> Find()
    {
        var open = _root.All().Where(MayBe).Select(folder => new CourseFolder(folder)).ToList();
        var listed = Listed(open);
        var worded = Outermost([.. listed, .. open.Except(listed).Where(course => course.HasWords)]).Except(listed).ToList();
        worded.RemoveAll(course => course.Parts < 2 && !worded.Exists(other => IsBeside(course, other)));
        var isEnough = worded.Count > 0 && worded.Sum(course => course.Parts) >= worded.Max(course => PartNames.Least(course.Unit));
        List<CourseFolder> found = isEnough && !_root.HasPartsOfItsOwn() ? [.. listed, .. worded] : listed;
        found = Outermost([.. found, .. Subjects(open), .. Coded(open), .. Numbered(open, found)]);
        return [.. Outermost([.. found, .. Twins(open, found)]).OrderBy(course => course.Folder.Path, PathOrder.Natural)];
    }

    private static bool IsBeside(CourseFolder course, CourseFolder other) =>
        other != course && other.Unit == course.Unit && other.Folder.Parent == course.Folder.Parent;

    /// <summary>Those that the syllabus lists: by title, by title and number, or by the same numbers as all of it has.</summary>
    private List<CourseFolder> Listed(List<CourseFolder> open)
    {
        open.ForEach(course => course.Listed = ListedAs(course));
        foreach (var group in open.Where(course => course.Number is not null).GroupBy(course => course.Folder.Parent))
        {
            if (_listed.Count >= 2 && group.Select(course => course.Number!.Value).Order().SequenceEqual(_listed.Keys.Order()))
            {
                group.ToList().ForEach(course => course.Listed ??= course.Number);
            }
        }

        return Outermost([.. open.Where(course => course.Listed is not null)]);
    }

    private static bool MayBe(FolderNode folder) =>
        folder.Parent is not null && folder.Path.Count(letter => letter == '/') < MaxDepth && IsName(folder.Name)
        && folder.Around().All(around => IsOpen(around.Name));

    private static bool IsName(string name) => IsOpen(name) && FolderName.Term(name) is null
        && (!FolderName.IsContainer(name) || PartName.Numbered(name) is { Title: null });

    /// <summary>What lies in a part of a course, or in a course that says so, is none.</summary>
    private static bool IsOpen(string name) => !PartName.MarksIn(name, isBeforeWeek: false).Any() && !FolderName.IsNoCourse(name);

    /// <summary>The number of the course whose lines link the folder, or that the syllabus lists under nearly this title, or under this
    /// number and some of its words.</summary>
    private int? ListedAs(CourseFolder course)
    {
        if (_linked(course.Folder.Path) is { } linked)
        {
            return linked;
        }

        var name = Likeness.Of(course.Name);
        var best = _listed.Select(listed => (Number: listed.Key, Share: name.With(listed.Value)))
            .OrderByDescending(listed => listed.Share).FirstOrDefault();
        return best.Share >= Likeness.Near || (best.Share >= Likeness.Some && best.Number == course.Number) ? best.Number : null;
    }

    /// <summary>Without those that lie in another one.</summary>
    private static List<CourseFolder> Outermost(List<CourseFolder> courses)
    {
        var folders = courses.Select(course => course.Folder).ToHashSet();
        return [.. courses.DistinctBy(course => course.Folder).Where(course => !course.Folder.Around().Any(folders.Contains))];
    }

    /// <summary>Further folders of the same courses: "labs/Compilers" beside "lectures/Compilers".</summary>
    private static IEnumerable<CourseFolder> Twins(List<CourseFolder> open, List<CourseFolder> found)
    {
        var keys = found.Where(course => course.IsOutermost).Select(course => course.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return open.Where(course => course.IsOutermost && keys.Contains(course.Key));
    }

    /// <summary>The subjects of semesters, where there are several of these.</summary>
    private static List<CourseFolder> Subjects(List<CourseFolder> open)
    {
        var subjects = open.Where(course => course.Folder.Parent is { Parent: not null } term && FolderName.Term(term.Name) is not null).ToList();
        return subjects.Select(course => FolderName.Term(course.Folder.Parent!.Name)).Distinct().Count() > 1 ? subjects : [];
    }

    /// <summary>Folders whose names begin with codes of courses, where there are several of these and no more of other names.</summary>
    private static List<CourseFolder> Coded(List<CourseFolder> open)
    {
        var coded = open.Where(course => FolderName.IsCode(course.Folder.Name)).ToList();
        var parents = coded.Select(course => course.Folder.Parent).ToHashSet();
        var beside = open.Count(course => parents.Contains(course.Folder.Parent));
        return coded.Count >= 2 && coded.Count * 2 >= beside ? coded : [];
    }

    /// <summary>Named folders beside one another that count their files or chapters, at least half of those there. Numbered folders of
    /// numbered files are the chapters of a book.</summary>
    private IEnumerable<CourseFolder> Numbered(List<CourseFolder> open, List<CourseFolder> found) =>
        _isBook || _root.HasPartsOfItsOwn() ? []
        : open.Where(course => !found.Exists(one => one.Folder.Around().Contains(course.Folder)))
            .GroupBy(course => course.Folder.Parent!)
            .Where(group => !FolderName.IsOfBook(group.Key.Name) && !group.Key.Around().Any(around => FolderName.IsOfBook(around.Name)))
            .Select(group => (All: group.Count(), Counting: group.Where(course => course is { Counts: true, Number: null }).ToList()))
            .Where(group => group.Counting.Count >= 2 && group.Counting.Count * 2 >= group.All)
            .SelectMany(group => group.Counting);
}

/// <summary>What the syllabus lists, for folders to be held against.</summary>
/// <param name="Titles">Of courses, by their number.</param>
/// <param name="LinkedFrom">The number of the course whose lines alone link what lies in a folder; <see langword="null"/> where there is none.</param>
/// <param name="IsBook">Whether a file says in which order the pages of one book or site are read.</param>
internal sealed record ListedCourses(IReadOnlyDictionary<int, Likeness> Titles, Func<string, int?> LinkedFrom, bool IsBook);
