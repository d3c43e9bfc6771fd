using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NotesBot.Tests.Running;

/// <summary>The judged questions over the sample notes: what a person finds who has just cloned the repository.</summary>
public sealed class SampleNotesTests
{
    [Fact]
    public async Task GivenTheSampleNotes_WhenJudgedQuestionsAreAsked_ThenNearlyAllAreFoundAndNearlyNoneIsAnsweredWithoutAnAnswer()
    {
        var (questions, answers) = await AskAsync();

        var answerable = questions.Where(question => question.Relevant.Count > 0).ToList();
        var unanswerable = questions.Where(question => question.Relevant.Count == 0).ToList();
        var missed = answerable.Where(question => !IsFound(question, answers[question.Id])).Select(question => question.Query).ToList();
        var wrong = unanswerable.Where(question => answers[question.Id].Confident).Select(question => question.Query).ToList();
        Assert.True(missed.Count <= 0.1 * answerable.Count, $"{missed.Count} of {answerable.Count} not found: {string.Join("; ", missed)}");
        Assert.True(wrong.Count <= 0.15 * unanswerable.Count, $"Answered though not in the notes: {string.Join("; ", wrong)}");
    }

    private static async Task<(IReadOnlyList<JudgedQuestion> Questions, Dictionary<string, FindAnswer> Answers)> AskAsync()
    {
        using var disk = new NotesOnDisk();
        var file = Path.Combine(Repository(), "tests", "NotesBot.Search.Tests", "Samples", "questions.jsonl");
        var notes = Path.Combine(Repository(), "notes");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var questions = lines.Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JudgedQuestion>(line)!).ToList();
        var batch = disk.WriteBeside("questions.jsonl", string.Join('\n', questions.Select(AsAsked)));
        var find = await ProgramHere.RunAsync(disk, "find", "--batch", batch, "--json", "--notes", notes);
        Assert.Equal(0, find.ExitCode);
        var answers = find.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Find.Read);
        return (questions, answers.ToDictionary(answer => answer.Id!));
    }

    private static string AsAsked(JudgedQuestion question) => new JsonObject
    {
        ["id"] = question.Id,
        ["query"] = question.Query,
        ["course"] = question.Filter?.Course,
        ["week"] = question.Filter?.Week,
    }.ToJsonString();

    private static bool IsFound(JudgedQuestion question, FindAnswer answer) =>
        answer.Results.Take(3).Any(result => question.Relevant.Any(item => Holds(result, item)));

    private static bool Holds(FindResult result, RelevantItem item) => item.Path == result.Path
        && Squash($"{result.Heading} {result.Text}").Contains(Squash(item.Anchor ?? ""), StringComparison.Ordinal);

    /// <summary>Letters and digits alone: markup, spacing and line breaks do not matter.</summary>
    private static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NotesBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
        }

        return folder;
    }

    private sealed record JudgedQuestion(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("query")] string Query,
        [property: JsonPropertyName("relevant")] IReadOnlyList<RelevantItem> Relevant,
        [property: JsonPropertyName("filter")] ChosenPlace? Filter);

    private sealed record ChosenPlace([property: JsonPropertyName("course")] int? Course, [property: JsonPropertyName("week")] int? Week);

    private sealed record RelevantItem([property: JsonPropertyName("path")] string Path, [property: JsonPropertyName("anchor")] string? Anchor);
}
