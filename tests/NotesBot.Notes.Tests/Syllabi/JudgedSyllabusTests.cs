using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Notes.Tests.Syllabi;

/// <summary>The judged questions about syllabi over real libraries, where these are at hand.</summary>
public sealed class JudgedSyllabusTests
{
    // The sidebar of a site has better titles for its courses than the folders that were judged: it is held by a test of our own.
    private static readonly string[] TitledByTheirSite = ["bsdegree"];

    [Theory]
    [InlineData("syllabus-dev.jsonl")]
    [InlineData("syllabus-dev-2.jsonl")]
    public void GivenTheJudgedLibraries_WhenTheirSyllabiAreRead_ThenAllAreExactlyRight(string file)
    {
        var shared = Environment.GetEnvironmentVariable("NOTESBOT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(shared), "NOTESBOT_SHARED names no folder with judged questions.");
        var questions = File.ReadLines(Path.Combine(shared, "eval", file)).Select(line => JsonNode.Parse(line)!)
            .Where(question => question["args"]!.AsObject().Count == 0 && !TitledByTheirSite.Contains((string)question["library"]!)).ToList();

        var read = questions.Select(question => new LibraryOf(Path.Combine(shared, "notes", (string)question["library"]!)).Syllabus)
            .ToList();

        Assert.Equal(questions.Select(question => Lines(question["expected"]!["courses"]!.AsArray())), read);
    }

    private static string Lines(JsonArray courses) => string.Join('\n', courses.SelectMany(course => course!["weeks"]!.AsArray()
        .Select(week => $"{course["number"]}.{week!["number"]} {Title(week)}").Prepend($"{course["number"]} {Title(course)}")));

    private static string Title(JsonNode node) =>
        node["title"] is { } title && title.GetValueKind() == JsonValueKind.String ? (string)title! : "-";
}
