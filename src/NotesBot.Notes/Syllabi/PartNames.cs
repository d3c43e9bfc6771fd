namespace NotesBot.Notes.Syllabi;

/// <summary>The numbered parts in a folder.</summary>
internal static class PartNames
{
    private const int LeastLectures = 3;

    /// <summary>The parts that names in the folder tell, and in the folders of it that have no name of their own.</summary>
    internal static IEnumerable<CourseMark> Parts(this FolderNode folder)
    {
        var names = folder.Files.Concat(folder.Folders.Select(inner => inner.Name)).ToList();
        var hasLetters = names.Count(PartName.IsLettered) >= LeastLectures;
        return names.Where(name => hasLetters || !PartName.IsLettered(name)).Select(name => Of(name, folder.Name)).OfType<CourseMark>()
            .Concat(folder.Folders.Where(inner => FolderName.IsContainer(inner.Name)).SelectMany(Parts));
    }

    /// <summary>Whether the notes folder itself is a course: weeks or lectures lie in it.</summary>
    internal static bool HasPartsOfItsOwn(this FolderNode root) => root.Parts().Where(part => part.Unit < CourseUnit.Chapter)
        .GroupBy(part => part.Unit).Any(unit => unit.Select(part => part.Week).Distinct().Count() >= Least(unit.Key));

    /// <summary>So many parts make a course: two files that are called "lecture" do not.</summary>
    internal static int Least(CourseUnit unit) => unit <= CourseUnit.Unit ? 2 : LeastLectures;

    /// <summary>The part that a name tells by a word, or by its number alone: then the folder around it may say what is counted.</summary>
    internal static CourseMark? Of(string name, string folder) =>
        PartName.PartIn(name) is { } mark ? mark
        : PartName.Numbered(name) is not { } numbered ? null
        : numbered.Unit != CourseUnit.Part ? numbered
        : numbered with { Unit = FolderName.UnitOf(folder) ?? CourseUnit.Part };
}
