using System.Text.Json.Nodes;

namespace NotesBot.Tests.Running;

public sealed class FindCommandTests
{
    [Fact]
    public async Task GivenAQuestion_WhenAskedForJson_ThenItsShapeIsTheDocumentedOne()
    {
        using var disk = NotesOnDisk.WithCourse();

        var find = await RunningProgram.RunAsync(disk, ["find", "data", "drift", "--json"]);

        var answer = JsonNode.Parse(find.Output)!.AsObject();
        var result = answer["results"]![0]!.AsObject();
        Assert.Equal((0, ""), (find.ExitCode, find.Errors));
        Assert.Equal(["query", "confident", "results", "took_ms"], answer.Select(field => field.Key));
        Assert.Equal(
            ["path", "heading", "course", "week", "page", "cell", "line", "endLine", "kind", "text", "snippet", "url", "passage", "score"],
            result.Select(field => field.Key));
        result.Remove("score");
        var expected = JsonNode.Parse("""
            {
              "path": "course1/week2/monitoring.md", "heading": "Monitoring > Data drift",
              "course": 1, "week": 2, "page": null, "cell": null, "line": 3, "endLine": 5, "kind": "definition",
              "text": "Data drift means that the distribution of the inputs changes after the training of a model.",
              "snippet": "Data drift means that the distribution of the inputs changes after the training of a model.",
              "url": null,
              "passage": { "page": null, "cell": null, "line": 3, "endLine": 5 }
            }
            """)!;
        Assert.Equal(expected.ToJsonString(), result.ToJsonString());
    }

    [Fact]
    public async Task GivenAWordThatNothingIsLike_WhenAskedWithExplain_ThenNothingIsAnnouncedAsNear()
    {
        using var disk = NotesOnDisk.WithCourse();

        var find = await RunningProgram.RunAsync(disk, ["find", "sourdough", "--explain"]);

        Assert.Equal((0, "Not in the notes."), (find.ExitCode, find.Output.Trim()));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12, "--top", "12")]
    [InlineData(1, "--top", "1")]
    public async Task GivenManyHits_WhenAsked_ThenThereAreTenOrAsManyAsWanted(int expected, params string[] options)
    {
        using var disk = new NotesOnDisk();
        for (var number = 0; number < 14; number++)
        {
            disk.Write($"note{number}.md", $"# Storage {number}\n\nThe warehouse of place{number} keeps features in storage.\n");
        }

        var answer = await Find.AskAsync(disk, "warehouse storage", options);

        Assert.Equal(expected, answer.Results.Count);
        Assert.Equal(answer.Results.Select(result => result.Score).OrderDescending(), answer.Results.Select(result => result.Score));
    }

    [Theory]
    [InlineData("week1.md", "--course", "1", "--week", "1")]
    [InlineData("week2.md", "--week", "2")]
    [InlineData(null, "--course", "7")]
    public async Task GivenACourseOrWeek_WhenAsked_ThenOnlyItsNotesAnswer(string? expected, params string[] options)
    {
        using var disk = new NotesOnDisk();
        disk.Write("course1/week1/week1.md", "# Rollback\n\nA rollback brings the old model back.\n");
        disk.Write("course1/week2/week2.md", "# Rollback again\n\nA rollback brings the old data back.\n");

        var answer = await Find.AskAsync(disk, "rollback", options);

        Assert.Equal(expected, answer.Results.Select(result => Path.GetFileName(result.Path)).SingleOrDefault());
    }

    [Fact]
    public async Task GivenQuestionsOfAllSorts_WhenAsked_ThenEachAnswerSaysWhatItIsWorth()
    {
        using var disk = NotesOnDisk.WithCourse();

        var answers = await Find.AskAllAsync(disk, "canary feeding schedule", "data drfit", "quantum teleportation");

        var (unanswered, misspelt, listed) = (answers[0], answers[1], answers[2]);
        Assert.Equal((false, "course1/week1/deployment.md"), (unanswered.Confident, unanswered.Results[0].Path));
        Assert.Equal(("data drfit", "data drift"), (misspelt.Query, misspelt.SearchedFor));
        Assert.True(listed.Confident);
        Assert.Contains("Quantum teleportation", listed.Notice, StringComparison.Ordinal);
        Assert.Contains("no notes", listed.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnyCharacters_WhenAsked_ThenTheyAreOnlyText()
    {
        using var disk = NotesOnDisk.WithCourse();
        string[] queries = ["(((", "*:*", "a~~~", "@everyone", "\"never closed", "-drift", "AND OR NOT /[a- \\"];

        var answers = await Find.AskAllAsync(disk, queries);

        Assert.Equal(queries, answers.Select(answer => answer.Query));
    }

    [Theory]
    [InlineData("(((")]
    [InlineData("@everyone")]
    [InlineData("-drift")]
    [InlineData("AND OR NOT /[a- \\")]
    public async Task GivenAnyCharacters_WhenTheyAreAnArgument_ThenTheyAreOnlyText(string query)
    {
        using var disk = NotesOnDisk.WithCourse();

        var answer = await Find.AskAsync(disk, query);

        Assert.Equal(query, answer.Query);
    }

    [Fact]
    public async Task GivenAWordToLeaveOut_WhenAskedWithoutADoubleDash_ThenItIsPartOfTheQuestion()
    {
        using var disk = NotesOnDisk.WithCourse();

        var find = await ProgramHere.RunAsync(disk, "find", "model", "-canary", "--json");

        var answer = Find.Read(find.Output);
        Assert.Equal("model -canary", answer.Query);
        Assert.DoesNotContain("course1/week1/deployment.md", answer.Results.Select(result => result.Path));
    }

    [Theory]
    [InlineData("no question", "find", "--json")]
    [InlineData("no option --jsn", "find", "drift", "--jsn")]
    [InlineData("--top is 0", "find", "drift", "--top", "0")]
    [InlineData("--top is 101", "find", "drift", "--top", "101")]
    [InlineData("--course is one: give a number", "find", "drift", "--course", "one")]
    [InlineData("not both", "find", "drift", "--batch", "questions.jsonl", "--json")]
    [InlineData("missing.jsonl is not there", "find", "--batch", "missing.jsonl", "--json")]
    [InlineData("add --json", "find", "--batch", "questions.jsonl")]
    [InlineData("'serve'", "serve")]
    public async Task GivenAWrongUse_WhenRun_ThenItIsNamedAndTheExitCodeIsTwo(string named, params string[] arguments)
    {
        using var disk = NotesOnDisk.WithCourse();
        var questions = disk.WriteBeside("questions.jsonl", """{"id":"1","query":"drift"}""");

        var ended = await ProgramHere.RunAsync(disk, [.. arguments.Select(argument => argument == "questions.jsonl" ? questions : argument)]);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(named, ended.Sentences[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(disk.Index));
    }

    [Fact]
    public async Task GivenABatch_WhenAsked_ThenEachLineIsAnsweredInOrderUnderItsId()
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.WriteBeside("questions.jsonl", """
            {"id":"z","query":"data drift"}

            {"id":"a","query":"data drift","course":1,"week":1}
            {"query":"canary release","id":"m","week":null}
            """);

        var find = await RunningProgram.RunAsync(disk, ["find", "--batch", "questions.jsonl", "--json"]);

        var lines = find.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, find.ExitCode);
        Assert.Equal(["z", "a", "m"], lines.Select(line => Find.Read(line).Id));
        Assert.Equal(["id", "query", "confident", "results", "took_ms"], JsonNode.Parse(lines[0])!.AsObject().Select(field => field.Key));
        Assert.Equal([true, false, true], lines.Select(line => Find.Read(line).Confident));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"query":"no id"}""")]
    [InlineData("""{"id":"1","query":7}""")]
    public async Task GivenABatchWithABrokenLine_WhenAsked_ThenItsNumberIsNamed(string broken)
    {
        using var disk = NotesOnDisk.WithCourse();
        var questions = disk.WriteBeside("questions.jsonl", $$"""
            {"id":"1","query":"data drift"}

            {{broken}}
            """);

        var find = await ProgramHere.RunAsync(disk, "find", "--batch", questions, "--json");

        Assert.Equal(2, find.ExitCode);
        Assert.StartsWith($"{questions}:3 ", Assert.Single(find.Sentences), StringComparison.Ordinal);
    }
}
