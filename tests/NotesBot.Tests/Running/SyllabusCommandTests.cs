using System.Text.Json.Nodes;

namespace NotesBot.Tests.Running;

public sealed class SyllabusCommandTests
{
    [Fact]
    public async Task GivenASyllabus_WhenAskedForJson_ThenItsShapeIsTheDocumentedOne()
    {
        using var disk = NotesOnDisk.WithCourse();

        var syllabus = await ProgramHere.RunAsync(disk, "syllabus", "--json");

        Assert.Equal((0, ""), (syllabus.ExitCode, syllabus.Errors));
        var expected = JsonNode.Parse("""
            {
              "courses": [
                {
                  "number": 1, "title": "Models at work", "hasNotes": true,
                  "weeks": [
                    {
                      "number": 1, "title": "Deployment", "unit": "week", "hasNotes": true, "passages": 1,
                      "links": [{ "path": "course1/week1/deployment.md", "title": "Deployment", "url": null }]
                    },
                    {
                      "number": 2, "title": "Monitoring", "unit": "week", "hasNotes": true, "passages": 1,
                      "links": [{ "path": "course1/week2/monitoring.md", "title": "Monitoring", "url": null }]
                    },
                    { "number": 3, "title": "Quantum teleportation", "unit": "week", "hasNotes": false, "passages": 0, "links": [] }
                  ]
                }
              ]
            }
            """)!;
        Assert.Equal(expected.ToJsonString() + "\n", syllabus.Output);
    }

    [Theory]
    [InlineData(1, "--course", "1")]
    [InlineData(1, "--week", "3")]
    [InlineData(0, "--course", "9")]
    [InlineData(0, "--course", "1", "--week", "9")]
    public async Task GivenACourseOrWeek_WhenAsked_ThenUnknownOnesGiveNoCourses(int expected, params string[] options)
    {
        using var disk = NotesOnDisk.WithCourse();

        var syllabus = await ProgramHere.RunAsync(disk, ["syllabus", "--json", .. options]);

        Assert.Equal(0, syllabus.ExitCode);
        Assert.Equal(expected, JsonNode.Parse(syllabus.Output)!["courses"]!.AsArray().Count);
    }

    [Fact]
    public async Task GivenAWeekWithoutNotes_WhenShown_ThenThatIsSaid()
    {
        using var disk = NotesOnDisk.WithCourse();

        var syllabus = await RunningProgram.RunAsync(disk, ["syllabus"]);

        Assert.Contains("Week 3: Quantum teleportation (listed, no notes)", syllabus.Output, StringComparison.Ordinal);
    }
}
