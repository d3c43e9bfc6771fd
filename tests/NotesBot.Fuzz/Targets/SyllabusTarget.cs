using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Notes.Syllabi;

namespace NotesBot.Fuzz.Targets;

/// <summary>The list of courses and weeks in a README, merged with a folder of notes.</summary>
internal sealed class SyllabusTarget : FuzzTarget
{
    private static readonly string[] Others = ["Course1/Week 1/C1W1.md", "course-2/week-03/a.md", "Module 1/Lecture 2.md", "x.md"];
    private readonly string _path;
    private readonly NotesOptions _options;
    private readonly NotesFolder _folder;

    internal SyllabusTarget(string root, string samples)
        : base("syllabus", [File.ReadAllBytes(Path.Combine(samples, "README.md")), .. MarkdownSamples.Syllabi.Select(System.Text.Encoding.UTF8.GetBytes)])
    {
        _path = Path.Combine(root, "README.md");
        _options = new NotesOptions { Path = root, CoursePattern = @"part(?<course>\d+)/(?:unit)?(?<week>\d+)" };
        _folder = new NotesFolder(_options, NullLogger<NotesFolder>.Instance);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes("Course 1: ", "### ", "Week 99", "Weeks 1-99 ", "- ", "1. ", "| ", "[a](Course1/Week%201/C1W1.md)",
        "Module iv", "Lecture one", "C1W1", "\n\n", "    ", "## Syllabus\n", "# ");

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var outline = FileOutline.Parse(ReaderTarget.Read(_folder, _path, input).Outline.Serialize());
        var map = SyllabusMap.Build([outline, .. Others.Select(path => new FileOutline(path, path, []))], _options);
        Hold(map.Syllabus.Courses.Select(course => course.Number).Distinct().Count() == map.Syllabus.Courses.Count, "a course twice");
        _ = Others.Select(map.PlaceOf).ToList();
    }
}
