namespace NotesBot.Notes.Syllabi;

/// <summary>Folders that say what they count, "lectures" or "weeks": what lies in them needs a number alone.</summary>
internal sealed class CountedFolders
{
    private readonly Dictionary<string, CourseUnit> _units = new(StringComparer.Ordinal);

    internal CountedFolders(FolderNode root)
    {
        foreach (var folder in root.All())
        {
            if (FolderName.UnitOf(folder.Name) is { } unit and < CourseUnit.Chapter && CountOf(folder) >= PartNames.Least(unit))
            {
                _units[folder.Path] = unit;
            }
        }
    }

    /// <summary>The marks of a path, with the number that it has in such a folder.</summary>
    internal PathMarks Place(string path, PathMarks marks)
    {
        for (var end = path.LastIndexOf('/'); end > 0 && _units.Count > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (_units.TryGetValue(path[..end], out var unit) && !marks.Units.ContainsKey(unit))
            {
                var next = path.IndexOf('/', end + 1);
                var name = next < 0 ? Path.GetFileNameWithoutExtension(path[(end + 1)..]) : path[(end + 1)..next];
                return PartName.Numbered(name) is { Week: { } number } part
                    ? marks.With(unit, new NamedPart(number, next < 0 ? path : path[..next], next < 0, part.Title))
                    : marks;
            }
        }

        return marks;
    }

    private static int CountOf(FolderNode folder) => folder.Files.Concat(folder.Folders.Select(inner => inner.Name))
        .Select(PartName.Numbered).Where(part => part?.Unit == CourseUnit.Part).Select(part => part!.Week).Distinct().Count();
}
