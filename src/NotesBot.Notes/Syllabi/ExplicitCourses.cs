namespace NotesBot.Notes.Syllabi;

/// <summary>Courses that folders number themselves. Where two collections both begin with "Course 1", theirs are different courses.</summary>
internal static class ExplicitCourses
{
    /// <summary>The marks with numbers that no two courses share: by order, where the folders' own meet.</summary>
    internal static Dictionary<string, PathMarks> Parted(Dictionary<string, PathMarks> marks)
    {
        var courses = marks.Values.Select(mark => mark.Course).OfType<NamedPart>().Where(course => !course.IsFile)
            .Select(course => (Scope: ScopeOf(course), course.Number)).Distinct().ToList();
        var isMet = courses.TrueForAll(course => course.Scope.Length > 0) && courses.GroupBy(course => course.Number).Any(number => number.Count() > 1);
        if (!isMet)
        {
            return marks;
        }

        var order = courses.OrderBy(course => course.Scope, PathOrder.Natural).ThenBy(course => course.Number).ToList();
        return marks.ToDictionary(
            mark => mark.Key,
            mark => mark.Value.Course is { IsFile: false } course
                ? mark.Value with { Course = course with { Number = 1 + order.IndexOf((ScopeOf(course), course.Number)), Title = course.Title ?? Named(course) } }
                : mark.Value,
            StringComparer.Ordinal);
    }

    private static string Named(NamedPart course) => $"{Path.GetFileName(ScopeOf(course))} {course.Number}";

    /// <summary>The folder with a name of its own that the course lies in; empty for the notes folder.</summary>
    private static string ScopeOf(NamedPart course)
    {
        var folder = Path.GetDirectoryName(course.Path) ?? "";
        while (folder.Length > 0 && FolderName.IsContainer(Path.GetFileName(folder)))
        {
            folder = Path.GetDirectoryName(folder) ?? "";
        }

        return folder;
    }
}
