namespace NotesBot.Notes.Syllabi;

/// <summary>Course and week that the folders and the name of a file tell.</summary>
/// <param name="Course">Of the course; <see langword="null"/> when none is named.</param>
/// <param name="Units">The week by what it is called; the innermost name counts.</param>
internal sealed record PathMarks(NamedPart? Course, IReadOnlyDictionary<CourseUnit, NamedPart> Units)
{
    /// <summary>The week under one name for it.</summary>
    internal int? Week(CourseUnit unit) => Units.TryGetValue(unit, out var part) ? part.Number : null;

    /// <summary>The marks of a path that tells nothing.</summary>
    internal static PathMarks Nothing { get; } = new(null, new Dictionary<CourseUnit, NamedPart>());

    /// <summary>Reads a path, relative to the notes folder.</summary>
    /// <param name="path">The path of a file.</param>
    /// <param name="folders">What folders tell, filled on the way: files share them.</param>
    internal static PathMarks Of(string path, Dictionary<string, PathMarks> folders)
    {
        var name = new Name(path, IsFile: true, IsBeforeWeek: false);
        return OfFolder(name.Folder, name.Text, folders).With(name);
    }

    private static PathMarks OfFolder(string folder, string next, Dictionary<string, PathMarks> folders)
    {
        if (folder.Length == 0)
        {
            return Nothing;
        }

        var isBeforeWeek = PartName.IsBareWeek(next);
        var key = isBeforeWeek ? folder + "/" : folder;
        if (!folders.TryGetValue(key, out var marks))
        {
            var name = new Name(folder, IsFile: false, isBeforeWeek);
            marks = folders[key] = OfFolder(name.Folder, name.Text, folders).With(name);
        }

        return marks;
    }

    private PathMarks With(Name name)
    {
        var marks = this;
        foreach (var (mark, end) in PartName.MarksIn(name.Text, name.IsBeforeWeek))
        {
            marks = mark.Course is { } course ? marks with { Course = Part(course, name, end) } : marks;
            marks = mark.Week is { } week ? marks.With(mark.Unit, Part(week, name, end)) : marks;
        }

        return marks;
    }

    /// <summary>The same with a week.</summary>
    internal PathMarks With(CourseUnit unit, NamedPart part) =>
        this with { Units = new Dictionary<CourseUnit, NamedPart>(Units) { [unit] = part } };

    private static NamedPart Part(int number, Name name, int end) =>
        new(number, name.Path, name.IsFile, PartName.Title(name.Text[end..]));

    private readonly record struct Name(string Path, bool IsFile, bool IsBeforeWeek)
    {
        internal string Text => IsFile ? System.IO.Path.GetFileNameWithoutExtension(Path) : System.IO.Path.GetFileName(Path);

        internal string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];
    }
}

/// <summary>A course or week in the name of a folder or file.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Path">The path up to the name that tells it, this one included.</param>
/// <param name="IsFile">Whether the name is the file's own.</param>
/// <param name="Title">What follows the number; <see langword="null"/> when nothing does that is a title.</param>
internal sealed record NamedPart(int Number, string Path, bool IsFile, string? Title);
