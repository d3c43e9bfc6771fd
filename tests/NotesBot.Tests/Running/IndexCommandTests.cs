namespace NotesBot.Tests.Running;

public sealed class IndexCommandTests
{
    [Fact]
    public async Task GivenFilesOfAllSorts_WhenIndexed_ThenEachThatIsNoNoteIsNamedAndTheRestIsIndexed()
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.Write("binary.md", [0x23, 0x20, 0, 1, 2, 3, 0, 0xff, 0xfe, 0, 0, 9]);
        disk.Write("broken.pdf", "%PDF-1.4 and nothing more");
        disk.Write("scan.pdf", ScannedPdf.Create());
        disk.Write("empty.md", "");
        disk.Write("picture.png", [0x89, 0x50, 0x4e, 0x47]);
        disk.Write(".notesignore", "private.md\n");
        disk.Write("private.md", "# Private\n\nA zebra crossing.\n");
        disk.Write("draft.md", "---\ndraft: true\n---\n# Draft\n\nA zebra crossing.\n");

        var index = await ProgramHere.RunAsync(disk, "index");

        var lines = index.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (index.ExitCode, index.Errors));
        Assert.Contains(" of 3 notes; ", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Left out: 1 draft.", "not read: binary.md", "not read: broken.pdf", "not read: scan.pdf", "no notes: 1 empty, 1 png"],
            [.. lines[1..^1].Select(line => string.Join(':', line.Split(':')[..2])).Order(), lines[^1]]);
    }

    [Fact]
    public async Task GivenSynonymsInTheNotesFolder_WhenIndexedAndAsked_ThenALineThatSaysNothingIsNamedAndTheOthersHold()
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.Write("synonyms.txt", "sparrow, canary\nalone\n");

        var index = await ProgramHere.RunAsync(disk, "index");
        var answer = await Find.AskAsync(disk, "sparrow release");

        Assert.Contains("\npassed over: synonyms.txt, line 2: ", index.Output, StringComparison.Ordinal);
        Assert.Contains("A canary release", answer.Results[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Confident);
    }

    [Fact]
    public async Task GivenALargeNote_WhenIndexed_ThenTheProcessThatReadsItAnswersLikeAnyOther()
    {
        using var disk = NotesOnDisk.WithCourse();
        var filling = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"Line {number} says nothing.\n\n"));
        disk.Write("course1/week2/large.md", $"# Large\n\n{filling}## Okapi\n\nAn okapi is a relative of the giraffe – “rare”.\n");

        var answer = await Find.AskAsync(disk, "okapi");

        Assert.Equal(("course1/week2/large.md", 1, 2), (answer.Results[0].Path, answer.Results[0].Course, answer.Results[0].Week));
        Assert.Equal("An okapi is a relative of the giraffe – “rare”.", answer.Results[0].Text);
    }

    [Fact]
    public async Task GivenAProcessThatReads_WhenItsOwnerIsGone_ThenItEnds()
    {
        using var disk = NotesOnDisk.WithCourse();

        var reader = await RunningProgram.RunAsync(disk, ["read-notes"]);

        Assert.Equal(new Ended(0, "", ""), reader);
    }

    [Fact]
    public async Task GivenIgnoredFilesAndDrafts_WhenAsked_ThenNothingIsAnsweredFromThem()
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.Write(".gitignore", "private/\n");
        disk.Write("private/zebra.md", "# Zebra\n\nA zebra crossing.\n");
        disk.Write("draft.md", "---\ndraft: true\n---\n# Zebra\n\nA zebra crossing.\n");

        var answer = await Find.AskAsync(disk, "zebra crossing");

        Assert.DoesNotContain(answer.Results, result => result.Text.Contains("zebra", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("0 read", "index")]
    [InlineData("3 read", "index", "--rebuild")]
    public async Task GivenUnchangedNotes_WhenIndexedAgain_ThenFilesAreReadOnlyForARebuild(
        string expected, params string[] arguments)
    {
        using var disk = NotesOnDisk.WithCourse();
        await ProgramHere.RunAsync(disk, "index");

        var again = await ProgramHere.RunAsync(disk, arguments);

        Assert.Contains($"3 notes; {expected}, 0 removed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAChangedAnAddedAndARemovedNote_WhenIndexedAgain_ThenOnlyTheyAreReadAndTheAnswersAreRight()
    {
        using var disk = NotesOnDisk.WithCourse();
        await ProgramHere.RunAsync(disk, "index");
        disk.Write("course1/week1/deployment.md", "# Deployment\n\nA blue green deployment keeps two environments.\n");
        disk.Write("course1/week2/alerts.md", "# Alerts\n\nA pager wakes the person on call.\n");
        disk.Delete("course1/week2/monitoring.md");

        var again = await ProgramHere.RunAsync(disk, "index");

        Assert.Contains("3 notes; 2 read, 1 removed", again.Output, StringComparison.Ordinal);
        var answers = await Find.AskAllAsync(disk, "blue green deployment", "pager", "canary release traffic", "distribution of the inputs");
        Assert.Equal([true, true, false, false], answers.Select(answer => answer.Confident));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task GivenAFirstBuildThatWasStopped_WhenAsked_ThenItIsFinishedBeforeTheAnswer(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        Assert.SkipWhen(signal == "INT" && IsInterruptIgnored(), "Started in the background: Ctrl-C is ignored here.");
        const int Count = 1_500;
        using var disk = new NotesOnDisk();
        for (var number = 0; number < Count; number++)
        {
            disk.Write($"note{number}.md", $"# Note {number}\n\nThe word of this note is unique{number}word.\n");
        }

        await using var index = RunningProgram.Start(disk, ["index"]);
        await Eventually.TrueAsync(() => Directory.Exists(Path.Combine(disk.Index, "passages")), () => index.Errors);
        await index.SignalAsync(signal);
        var stopped = await index.EndAsync();

        Assert.Equal((1, ""), (stopped.ExitCode, stopped.Output));
        var answers = await Find.AskAllAsync(disk, "unique0word", "unique750word", "unique1499word");
        Assert.Equal(["note0.md", "note750.md", "note1499.md"], answers.Select(answer => answer.Results[0].Path));
        Assert.Contains($"of {Count} notes; 0 read", (await ProgramHere.RunAsync(disk, "index")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAWriter_WhenASecondOneStarts_ThenItSaysSoAndFailsWhileSearchingWorks()
    {
        using var disk = NotesOnDisk.WithCourse();
        await using var chat = RunningProgram.Start(disk, ["run"]);
        await chat.TypeAsync("/help");
        await Eventually.TrueAsync(() => chat.Output.Contains("3 notes", StringComparison.Ordinal), () => chat.Errors);

        var second = await ProgramHere.RunAsync(disk, "index");
        var answer = await Find.AskAsync(disk, "data drift");

        Assert.Equal((1, ""), (second.ExitCode, second.Output));
        Assert.Contains("Another process writes to the index", Assert.Single(second.Sentences), StringComparison.Ordinal);
        Assert.Equal("course1/week2/monitoring.md", answer.Results[0].Path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task GivenADamagedIndex_WhenAsked_ThenOneLineSaysSoAndTheAnswerIsRight(int kept)
    {
        using var disk = NotesOnDisk.WithCourse();
        await ProgramHere.RunAsync(disk, "index");
        var segment = new DirectoryInfo(Path.Combine(disk.Index, "passages")).EnumerateFiles("_*").MaxBy(file => file.Length)!;
        var bytes = await File.ReadAllBytesAsync(segment.FullName, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            segment.FullName, kept == 0 ? new byte[bytes.Length] : bytes[..kept], TestContext.Current.CancellationToken);

        var find = await ProgramHere.RunAsync(disk, "find", "data drift", "--json");

        Assert.Equal("course1/week2/monitoring.md", Find.Read(find.Output).Results[0].Path);
        Assert.Contains("The index was damaged", Assert.Single(find.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnIndexOfOtherNotes_WhenAsked_ThenNothingIsAnsweredFromIt()
    {
        using var disk = NotesOnDisk.WithCourse();
        await ProgramHere.RunAsync(disk, "index");
        using var other = new NotesOnDisk();
        other.Write("cats.md", "# Cats\n\nA cat sleeps most of the day.\n");

        var answers = await Find.AskAllAsync(other, ["--index", disk.Index], "data drift", "cat sleeps");

        Assert.Equal([false, true], answers.Select(answer => answer.Confident));
        Assert.DoesNotContain(answers.SelectMany(answer => answer.Results), result => result.Path != "cats.md");
    }

    [Fact]
    public async Task GivenAFileInThePlaceOfTheIndex_WhenIndexed_ThenOneSentenceSaysSo()
    {
        using var disk = NotesOnDisk.WithCourse();

        var index = await ProgramHere.RunAsync(disk, "index", "--index", disk.WriteBeside("taken", ""));

        Assert.Equal(1, index.ExitCode);
        Assert.Contains("cannot be written", Assert.Single(index.Sentences), StringComparison.Ordinal);
    }

    private static bool IsInterruptIgnored()
    {
        const string Status = "/proc/self/status";
        const ulong Interrupt = 1 << 1;
        var lines = File.Exists(Status) ? File.ReadAllLines(Status) : [];
        var ignored = lines.FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0;
    }
}
