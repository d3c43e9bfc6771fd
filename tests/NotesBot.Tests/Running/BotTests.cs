using System.Net;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Http;

namespace NotesBot.Tests.Running;

public sealed class BotTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenABot_WhenANoteChanges_ThenItsAnswerFollowsAndNoRuleIsBroken()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        await using var bot = RunningBot.Start(disk, discord);
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);

        disk.Write("course1/week1/deployment.md", "# Deployment\n\n## Canary\n\nA canary sings in the coal mine.\n");

        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "coal mine"), () => bot.Output);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task GivenABot_WhenTerminated_ThenItLeavesInOrder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        await using var bot = RunningBot.Start(disk, discord);
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);

        await bot.SignalAsync("TERM");
        var ended = await bot.EndAsync();

        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain(discord.Token, ended.Output + ended.Errors, StringComparison.Ordinal);
        Assert.Empty(discord.Violations);
        Assert.Contains("0 read", (await RunningProgram.RunAsync(disk, ["index"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAWrongToken_WhenRun_ThenOneSentenceSaysSoAfterOneRequest()
    {
        var options = new SimulatorOptions { Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.the.other" };
        await using var discord = await DiscordSimulator.StartAsync(options, Token);
        using var disk = NotesOnDisk.WithCourse();

        var bot = await RunningProgram.RunAsync(
            disk,
            ["run"],
            ("Discord__ApiBaseUrl", discord.ApiBaseUrl.ToString()),
            ("Discord__Token", "MTIzNDU2Nzg5MDEyMzQ1Njc4.a.wrongone"));

        Assert.Equal(1, bot.ExitCode);
        Assert.Equal(1, discord.Requests.Total);
        var said = Assert.Single((bot.Output + bot.Errors).Split('\n'), line => line.Contains("crit: ", StringComparison.Ordinal));
        Assert.Contains("token", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wrongone", bot.Output + bot.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAHealthPort_WhenTheBotIsConnected_ThenItsPagesAndTheHealthCommandSaySo()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        var port = RunningBot.FreePort();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var bot = RunningBot.Start(disk, discord, ("Health__Port", $"{port}"));

        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/ready") == HttpStatusCode.OK, () => bot.Output);

        Assert.Equal(HttpStatusCode.OK, await RunningBot.StatusAsync(http, "/health/live"));
        Assert.Equal(HttpStatusCode.NotFound, await RunningBot.StatusAsync(http, "/interactions"));
        await Eventually.TrueAsync(async () => (await RunningProgram.RunAsync(disk, ["health"])).ExitCode == 0, () => bot.Output);
    }

    [Fact]
    public async Task GivenABotThatCannotConnect_WhenAskedForItsHealth_ThenItIsAliveAndNotReady()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        discord.Faults.RefuseConnections = true;
        using var disk = NotesOnDisk.WithCourse();
        var port = RunningBot.FreePort();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var bot = RunningBot.Start(disk, discord, ("Health__Port", $"{port}"));

        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/live") == HttpStatusCode.OK, () => bot.Output);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RunningBot.StatusAsync(http, "/health/ready"));
        Assert.Equal(1, (await RunningProgram.RunAsync(disk, ["health"])).ExitCode);
    }

    [Fact]
    public async Task GivenNoBot_WhenAskedForItsHealth_ThenTheExitCodeIsOne()
    {
        using var disk = NotesOnDisk.WithCourse();

        var health = await RunningProgram.RunAsync(disk, ["health"]);

        Assert.Equal((1, "No bot is running with the index index.\n"), (health.ExitCode, health.Output));
    }

    [Fact]
    public async Task GivenInteractionsOverHttp_WhenDiscordCalls_ThenOnlyWhatItSignedIsAnsweredAndNoRuleIsBroken()
    {
        using var key = SigningKey.Create();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { PublicKey = key.PublicKey }, Token);
        using var disk = NotesOnDisk.WithCourse();
        var (port, healthPort) = (RunningBot.FreePort(), RunningBot.FreePort());
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{healthPort}") };
        using var caller = new EndpointCaller(discord, new Uri($"http://127.0.0.1:{port}/interactions"), key, TimeProvider.System);
        await using var bot = RunningBot.Start(
            disk, discord, ("Discord__Transport", "Http"), ("Discord__PublicKey", key.PublicKey), ("Discord__Port", $"{port}"), ("Health__Port", $"{healthPort}"));
        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/ready") == HttpStatusCode.OK, () => bot.Output);

        var isRight = await EndpointCheck.RunAsync(discord, caller, key, Token);
        var asked = discord.Create(InteractionKind.Command, RunningBot.FindCommand("canary"), Scene.InGuild(Person.Bob));
        await caller.SendAsync(asked, Token);

        Assert.True(isRight);
        Assert.Contains("small share", (await asked.MessageAsync(Token)).Text, StringComparison.Ordinal);
        Assert.Empty(discord.Violations);
        Assert.Equal(0, discord.Gateway.OpenConnections);
    }
}
