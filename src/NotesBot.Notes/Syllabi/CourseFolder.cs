namespace NotesBot.Notes.Syllabi;

/// <summary>A folder that is a course, or may be one, with the numbered parts in it.</summary>
internal sealed class CourseFolder
{
    private readonly Dictionary<CourseUnit, SortedSet<int>> _numbers = [];

    internal CourseFolder(FolderNode folder)
    {
        Folder = folder;
        var mark = PartName.Numbered(folder.Name);
        Number = mark?.Unit == CourseUnit.Part ? mark.Week : null;
        Name = mark?.Title ?? PartName.Title(folder.Name) ?? folder.Name;
        foreach (var part in folder.Parts())
        {
            (_numbers.TryGetValue(part.Unit, out var numbers) ? numbers : _numbers[part.Unit] = []).Add(part.Week!.Value);
        }

        Unit = _numbers.Count == 0 ? CourseUnit.Part
            : _numbers.OrderByDescending(unit => Math.Min(2, unit.Value.Count)).ThenBy(unit => unit.Key).First().Key;
    }

    /// <summary>The folder.</summary>
    internal FolderNode Folder { get; }

    /// <summary>The number that its name begins with; <see langword="null"/> without one.</summary>
    internal int? Number { get; }

    /// <summary>What the folder is called, made readable.</summary>
    internal string Name { get; }

    /// <summary>One for all folders of the course: its lectures may lie in one place and its slides in another.</summary>
    internal string Key => IsOutermost ? Name : Folder.Path;

    /// <summary>Whether only folders without a name of their own lie around it.</summary>
    internal bool IsOutermost => Folder.Around().All(around => FolderName.IsContainer(around.Name));

    /// <summary>The course of the syllabus that it is; <see langword="null"/> when none is listed that is called so.</summary>
    internal int? Listed { get; set; }

    /// <summary>What its parts are called.</summary>
    internal CourseUnit Unit { get; }

    /// <summary>How many parts it has.</summary>
    internal int Parts => _numbers.TryGetValue(Unit, out var numbers) ? numbers.Count : 0;

    /// <summary>Whether its parts are called as those of a course are.</summary>
    internal bool HasWords => Parts > 0 && Unit < CourseUnit.Chapter;

    /// <summary>Whether it counts at least two parts from the beginning, which a book does too.</summary>
    internal bool Counts => Parts >= 2 && _numbers[Unit].Min <= 2 && _numbers[Unit].Max <= (2 * Parts) + 2;

    /// <summary>The part that a path below the folder belongs to: the outermost name that tells it.</summary>
    internal NamedPart? PartOf(string path, CourseUnit unit)
    {
        var container = Folder.Name;
        for (var (start, end) = (Folder.Path.Length + 1, 0); end < path.Length; start = end + 1)
        {
            var slash = path.IndexOf('/', start);
            end = slash < 0 ? path.Length : slash;
            var name = slash < 0 ? System.IO.Path.GetFileNameWithoutExtension(path[start..]) : path[start..end];
            if (PartNames.Of(name, container) is { } mark && mark.Unit == unit)
            {
                return new NamedPart(mark.Week!.Value, path[..end], slash < 0, mark.Title);
            }

            if (slash < 0 || !FolderName.IsContainer(name))
            {
                return null;
            }

            container = name;
        }

        return null;
    }
}
