namespace NotesBot.Tests.Running;

public sealed class ConfigurationTests
{
    private const string Secret = "no token at all";

    [Fact]
    public async Task GivenManyFaults_WhenRunAsABot_ThenAllAreNamedAtOnceAndTheTokenIsNot()
    {
        using var disk = NotesOnDisk.WithCourse();

        var bot = await RunningProgram.RunAsync(
            disk,
            ["run"],
            ("Discord__Token", Secret),
            ("Discord__ApiBaseUrl", "ftp://127.0.0.1"),
            ("Discord__Replies", "Loud"),
            ("Health__Port", "99999"),
            ("Notes__MaxFileBytes", "many"),
            ("Notes__SlugStyle", "Own"),
            ("Notes__CoursePattern", "("),
            ("Notes__UrlTemplate", "notes/{path}"),
            ("Search__Synonyms", "missing.txt"),
            ("Search__Thesaurus", "missing.txt"));

        Assert.Equal((2, ""), (bot.ExitCode, bot.Output));
        Assert.Equal(
            [
                "Discord:ApiBaseUrl", "Discord:Replies", "Discord:Token", "Health:Port",
                "Notes:CoursePattern", "Notes:MaxFileBytes", "Notes:SlugStyle", "Notes:UrlTemplate",
                "Search:Synonyms", "Search:Thesaurus",
            ],
            bot.Sentences.Select(sentence => sentence.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Secret, bot.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of-file")]
    [InlineData("of-environment", "Index__Path", "of-environment")]
    [InlineData("of-argument", "Index__Path", "of-environment", "--index", "of-argument")]
    public async Task GivenTheSameSettingTwice_WhenRun_ThenTheNearestCounts(string expected, params string[] given)
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.WriteBeside("appsettings.json", """{ "Index": { "Path": "of-file" } }""");
        (string, string)[] environment = given.Length > 0 ? [(given[0], given[1])] : [];

        await RunningProgram.RunAsync(disk, ["index", .. given.Skip(2)], environment);

        Assert.Equal([expected, "notes"], Directory.EnumerateDirectories(disk.Root).Select(Path.GetFileName).OrderDescending());
    }

    [Fact]
    public async Task GivenSettingsInTheFolderThatOneStandsIn_WhenRun_ThenItIsSaidAloudUnlessTheyAreNamed()
    {
        using var disk = NotesOnDisk.WithCourse();
        var file = disk.WriteBeside("appsettings.json", """{ "Index": { "Path": "of-file" } }""");

        var found = await RunningProgram.RunAsync(disk, ["health"]);
        var named = await RunningProgram.RunAsync(disk, ["health", "--config", file]);

        Assert.Contains("Settings are read from", Assert.Single(found.Sentences), StringComparison.Ordinal);
        Assert.Empty(named.Sentences);
        Assert.Equal(found.Output, named.Output);
    }

    [Fact]
    public async Task GivenABrokenSettingsFile_WhenRun_ThenTheSentenceSaysWhere()
    {
        using var disk = NotesOnDisk.WithCourse();
        disk.WriteBeside("appsettings.json", "{\n  \"Index\": { \"Path\" \"x\" }\n}");

        var index = await RunningProgram.RunAsync(disk, ["index"]);

        Assert.Equal(2, index.ExitCode);
        Assert.StartsWith("appsettings.json cannot be read", Assert.Single(index.Sentences), StringComparison.Ordinal);
        Assert.Contains("LineNumber: 1", index.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("find", "drift", "--json")]
    [InlineData("syllabus")]
    public async Task GivenNoNotesFolder_WhenRun_ThenOneSentenceSaysHowToNameIt(params string[] arguments)
    {
        using var disk = new NotesOnDisk();

        var ended = await ProgramHere.RunAsync(disk, [.. arguments, "--notes", "nowhere"]);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("There is no notes folder nowhere", Assert.Single(ended.Sentences), StringComparison.Ordinal);
        Assert.False(Directory.Exists(disk.Index));
    }

    [Fact]
    public async Task GivenNeitherATokenNorInput_WhenRun_ThenOneSentenceSaysSo()
    {
        using var disk = NotesOnDisk.WithCourse();

        var ended = await RunningProgram.RunAsync(disk, []);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("No Discord token is set", Assert.Single(ended.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenATokenFileThatIsMissing_WhenRun_ThenOneSentenceSaysSo()
    {
        using var disk = NotesOnDisk.WithCourse();

        var ended = await RunningProgram.RunAsync(disk, ["run"], ("Discord__TokenFile", "no/such/file"));

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith("Discord:TokenFile", Assert.Single(ended.Sentences), StringComparison.Ordinal);
    }
}
