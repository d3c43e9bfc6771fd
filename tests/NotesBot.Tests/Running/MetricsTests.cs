using System.Net;
using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

public sealed class MetricsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenMetrics_WhenPeopleAskAndTheConnectionBreaks_ThenThePageCountsIt()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        disk.Write("broken.pdf", "%PDF-1.7 and no more");
        var port = RunningBot.FreePort();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var bot = RunningBot.Start(disk, discord, ("Health__Port", $"{port}"), ("Health__Metrics", "true"));
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);
        discord.Gateway.Cut();
        await discord.Gateway.ResumedAsync(Token);
        await discord.CommandAsync(Scene.InGuild(Person.Bob), "nonsense", [], Token);

        string[] wanted =
        [
            "notesbot_interactions_total{otel_scope_name=\"NotesBot.Discord\",command=\"find\",outcome=\"answered\"}",
            "notesbot_interactions_total{otel_scope_name=\"NotesBot.Discord\",command=\"unknown\",outcome=\"answered\"} 1",
            "notesbot_interaction_response_seconds_bucket",
            "notesbot_interaction_delay_seconds_bucket",
            "notesbot_gateway_sessions_total{otel_scope_name=\"NotesBot.Discord\",kind=\"resumed\"} 1",
            "notesbot_gateway_live{otel_scope_name=\"NotesBot.Discord\"} 1",
            "notesbot_files_failed{otel_scope_name=\"NotesBot\"} 1",
            "notesbot_index_size_bytes", "notesbot_index_age_seconds", "notesbot_refresh_duration_seconds_count",
        ];
        await Eventually.TrueAsync(async () => await http.GetStringAsync("/metrics", Token) is var page && wanted.All(page.Contains), () => bot.Output);
        Assert.Equal(HttpStatusCode.NotFound, await RunningBot.StatusAsync(http, "/metrics/other"));
    }

    [Fact]
    public async Task GivenNoWishForMetrics_WhenTheirPageIsAskedFor_ThenThereIsNone()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        var port = RunningBot.FreePort();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var bot = RunningBot.Start(disk, discord, ("Health__Port", $"{port}"));
        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/live") == HttpStatusCode.OK, () => bot.Output);

        Assert.Equal(HttpStatusCode.NotFound, await RunningBot.StatusAsync(http, "/metrics"));
    }
}
