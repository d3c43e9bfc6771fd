using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

/// <summary>The bot while its machine does to it what machines do.</summary>
public sealed class HardTimesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Case", "LR-15")]
    public async Task GivenADiskThatTakesNoMore_WhenNotesChange_ThenTheLastGoodIndexAnswersWithOneWarningUntilThereIsRoom()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        await using var bot = RunningBot.Start(disk, discord, ("Logging__LogLevel__Default", "Debug"));
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);

        var full = disk.BlockIndex();
        disk.Write("course1/week1/deployment.md", "# Deployment\n\n## Canary\n\nA canary sings in the coal mine.\n");
        await Eventually.TrueAsync(() => bot.Output.Contains("the last good index answers", StringComparison.Ordinal), () => bot.Output);
        disk.Write("course1/week2/more.md", "# More\n\nAnother note that does not fit.\n");
        await Eventually.TrueAsync(() => bot.Output.Contains("could still not be refreshed", StringComparison.Ordinal), () => bot.Output);

        Assert.True(await RunningBot.AnswersAsync(discord, "canary", "small share"), bot.Output);
        Assert.Single(bot.Output.Split('\n'), line => line.Contains("the last good index answers", StringComparison.Ordinal));
        Assert.DoesNotContain("fail: ", bot.Output, StringComparison.Ordinal);

        full.Dispose();
        disk.Write("course1/week2/more.md", "# More\n\nNow there is room.\n");
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "coal mine"), () => bot.Output);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "LR-09")]
    public async Task GivenABotThatIsKilled_WhenItIsStartedAgain_ThenItsIndexIsWholeAndNothingIsAnsweredTwice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();

        await KillAfterAnAnswerAsync(disk, discord, start: 1);
        await KillAfterAnAnswerAsync(disk, discord, start: 2);
        var index = await ProgramHere.RunAsync(disk, "index");

        Assert.Equal((0, ""), (index.ExitCode, index.Errors));
        Assert.Contains(" of 4 notes; ", index.Output, StringComparison.Ordinal);
        Assert.All(discord.Interactions, asked => Assert.Single(asked.Answers.Items, answer => answer.Step == "callback"));
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task GivenABot_WhenItsIndexIsDamagedWhileItRuns_ThenItAnswersAgainByItself()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        disk.Write("long.md", TooLongToStayInABuffer());
        await using var bot = RunningBot.Start(disk, discord);
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);

        foreach (var file in new DirectoryInfo(Path.Combine(disk.Index, "passages")).EnumerateFiles("_*.*"))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await stream.WriteAsync(new byte[file.Length], Token);
        }

        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "drift", "distribution of the inputs"), () => bot.Output);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "zebra", "crossing"), () => bot.Output);
        await bot.SignalAsync("TERM");
        var ended = await bot.EndAsync();

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("course1/week2/monitoring.md", (await Find.AskAsync(disk, "data drift")).Results[0].Path);
        Assert.Empty(discord.Violations);
    }

    private static string TooLongToStayInABuffer()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 20_000).Select(_ => $"{(char)random.Next('a', 'z')}{random.Next(100_000)}");
        var sections = words.Chunk(200).Select(line => $"## {line[0]}\n\n{string.Join(' ', line)}\n");
        return $"# Zebra\n\nA zebra crossing.\n\n{string.Join('\n', sections)}";
    }

    /// <summary>Starts the bot, lets it answer, and ends it in the middle of reading a change.</summary>
    private static async Task KillAfterAnAnswerAsync(NotesOnDisk disk, DiscordSimulator discord, int start)
    {
        await using var bot = RunningBot.Start(disk, discord);
        await discord.Gateway.ReadyAsync(Token, start);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);
        disk.Write("course1/week2/more.md", "# More\n\nSomething to write just now.\n");
        await bot.SignalAsync("KILL");
        await bot.EndAsync();

        Assert.DoesNotContain("damaged", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be read", bot.Output, StringComparison.Ordinal);
    }
}
