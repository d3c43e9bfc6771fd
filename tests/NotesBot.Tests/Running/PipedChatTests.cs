namespace NotesBot.Tests.Running;

public sealed class PipedChatTests
{
    [Fact]
    public async Task GivenPipedLines_WhenOneQuits_ThenThoseBeforeAreAnsweredAndThoseAfterAreNot()
    {
        using var disk = NotesOnDisk.WithCourse();
        await using var chat = RunningProgram.Start(disk, []);

        await chat.TypeAsync("data drift");
        await chat.TypeAsync("/syllabus 1");
        await chat.TypeAsync("/quit");
        await chat.TypeAsync("canary");
        var ended = await chat.EndAsync();

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("the distribution of the inputs", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Quantum teleportation", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("small share of the traffic", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Fact]
    public async Task GivenPipedLines_WhenInputEnds_ThenTheChatEnds()
    {
        using var disk = NotesOnDisk.WithCourse();
        await using var chat = RunningProgram.Start(disk, ["run"]);

        await chat.TypeAsync("/find canary week:1");
        chat.EndInput();
        var ended = await chat.EndAsync();

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("small share of the traffic", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAChatThatWaits_WhenTerminated_ThenItEndsAndTheIndexIsUsable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var disk = NotesOnDisk.WithCourse();
        await using var chat = RunningProgram.Start(disk, ["run"]);
        await chat.TypeAsync("canary");
        await Eventually.TrueAsync(() => chat.Output.Contains("small share", StringComparison.Ordinal), () => chat.Errors);

        await chat.SignalAsync("TERM");
        var ended = await chat.EndAsync();

        Assert.Empty(ended.Errors);
        Assert.Contains("0 read", (await RunningProgram.RunAsync(disk, ["index"])).Output, StringComparison.Ordinal);
    }
}
