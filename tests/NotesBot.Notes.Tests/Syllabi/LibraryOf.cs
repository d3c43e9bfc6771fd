using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes.Syllabi;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Syllabi;

/// <summary>A library of notes made of path and text, read as the bot reads it.</summary>
internal sealed class LibraryOf
{
    private readonly Dictionary<string, FileReading> _readings;

    internal LibraryOf(string path, NotesOptions? options = null)
    {
        options ??= new NotesOptions();
        options.Path = path;
        var folder = new NotesFolder(options, NullLogger<NotesFolder>.Instance);
        _readings = folder.List(CancellationToken.None).Files
            .Select(file => folder.Read(file, CancellationToken.None)).ToDictionary(reading => reading.File.Path);
        Map = SyllabusMap.Build([.. _readings.Values.Select(reading => FileOutline.Parse(reading.Outline.Serialize()))], options);
    }

    internal SyllabusMap Map { get; }

    /// <summary>The passages of a file, with course and week.</summary>
    internal IReadOnlyList<Passage> Passages(string path) => Map.Place(_readings[path].Passages, path);

    /// <summary>The syllabus, a line each: <c>1 Title</c>, <c>1.2 Title</c>; <c>-</c> where there is no title.</summary>
    internal string Syllabus => string.Join('\n', Map.Syllabus.Courses.SelectMany(course => course.Weeks
        .Select(week => $"{course.Number}.{week.Number} {week.Title ?? "-"}").Prepend($"{course.Number} {course.Title ?? "-"}")));

    /// <summary>Of files: <c>path</c> and text in turn.</summary>
    internal static LibraryOf Files(params string[] pathsAndTexts)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in pathsAndTexts.Chunk(2))
        {
            folder.Write(file[0], file[1]);
        }

        return new LibraryOf(folder.Path);
    }
}
