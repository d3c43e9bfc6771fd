namespace NotesBot.Notes.Syllabi;

/// <summary>The courses that folders are, each with its number, its title and the files in it.</summary>
internal sealed class NamedCourses
{
    private const int MaxCourses = 200;
    private readonly List<(CourseFolder Folder, NamedPart Part)> _courses;

    /// <param name="folders">The folders that are courses, in order.</param>
    /// <param name="taken">Numbers that other courses of the library have.</param>
    /// <param name="titleOf">What the notes call a course; <see langword="null"/> where they do not.</param>
    internal NamedCourses(IReadOnlyList<CourseFolder> folders, IEnumerable<int> taken, Func<CourseFolder, string?> titleOf)
    {
        var groups = folders.GroupBy(folder => folder.Key, StringComparer.OrdinalIgnoreCase).Take(MaxCourses).ToList();
        var free = Free(taken.Concat(folders.Select(folder => folder.Listed ?? 0)).ToHashSet());
        var numbers = groups.Where(group => ListedAs(group) is null).Select(group => group.First().Number).ToList();
        var isNumbered = numbers.TrueForAll(number => number is > 0 && free.Contains(number.Value)) && numbers.Distinct().Count() == numbers.Count;
        var next = new Queue<int>(free);
        _courses = [];
        foreach (var group in groups)
        {
            var number = ListedAs(group) ?? (isNumbered ? group.First().Number!.Value : next.Dequeue());
            var title = group.Select(titleOf).FirstOrDefault(title => title is not null) ?? group.First().Name;
            _courses.AddRange(group.Select(folder => (folder, new NamedPart(number, folder.Folder.Path, false, title))));
        }

        Units = _courses.GroupBy(course => course.Part.Number).ToDictionary(group => group.Key, group => group.MaxBy(course => course.Folder.Parts).Folder.Unit);
        ByOrder = isNumbered ? new HashSet<int>() : groups.Where(group => ListedAs(group) is null).SelectMany(group => group)
            .Select(folder => _courses.Find(course => course.Folder == folder).Part.Number).ToHashSet();
    }

    /// <summary>What their parts are called, by the number of the course.</summary>
    internal IReadOnlyDictionary<int, CourseUnit> Units { get; }

    /// <summary>Numbers of the courses whose folders say none, so that they are only by order.</summary>
    internal IReadOnlySet<int> ByOrder { get; }

    /// <summary>The course and part of a file in one of the folders; <paramref name="marks"/> as they are for any other.</summary>
    internal PathMarks Place(string path, PathMarks marks)
    {
        if (marks.Course is not null || !TryFind(path, out var course))
        {
            return marks;
        }

        var unit = Units[course.Part.Number];
        var others = new PathMarks(course.Part, marks.Units.Where(found => found.Key != unit).ToDictionary());
        return course.Folder.PartOf(path, unit) is { } week ? others.With(unit, week) : others;
    }

    /// <summary>The one course that all these files lie in; <see langword="null"/> when they do in none or several.</summary>
    internal int? CourseOf(IEnumerable<string> paths)
    {
        var numbers = paths.Select(path => TryFind(path, out var course) ? course.Part.Number : 0).Distinct().ToList();
        return numbers is [> 0] ? numbers[0] : null;
    }

    private bool TryFind(string path, out (CourseFolder Folder, NamedPart Part) course)
    {
        course = _courses.Find(one => path.StartsWith(one.Folder.Folder.Path + "/", StringComparison.Ordinal));
        return course.Folder is not null;
    }

    private static int? ListedAs(IEnumerable<CourseFolder> group) => group.Select(folder => folder.Listed).FirstOrDefault(listed => listed is not null);

    /// <summary>Numbers for courses that no other has, the lowest first.</summary>
    private static List<int> Free(HashSet<int> taken) => [.. Enumerable.Range(1, taken.Count + MaxCourses).Where(number => !taken.Contains(number))];
}
