using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Gateway;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>The whole transport against the stand-in. The bot's clock stands still unless a test moves it; the stand-in's is the same.</summary>
public sealed class DiscordTransportTests : IAsyncDisposable
{
    private readonly ObservedTime time = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly string folder = Directory.CreateTempSubdirectory("notesbot-").FullName;
    private DiscordSimulator discord = null!;
    private BotKit kit = null!;
    private Task running = Task.CompletedTask;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await kit.DisposeAsync();
        await discord.DisposeAsync();
        stopping.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory, Trait("Case", "GW-01"), Trait("Case", "GW-02"), Trait("Case", "GW-19"), Trait("Case", "GW-31")]
    [InlineData(false), InlineData(true)]
    public async Task GivenAToken_WhenTheBotStarts_ThenItAsksForTheGatewayFirstAndIsReadyWithoutViolation(bool slash)
    {
        await StartAsync(new SimulatorOptions { TrailingSlash = slash });
        await LiveAsync();
        discord.Gateway.Cut();
        await discord.Gateway.ResumedAsync(Cancelled);

        Assert.Equal("gateway-bot", discord.Requests.Items[0].RouteName);
        Assert.Empty(discord.Violations);
        await UntilAsync(() => kit.Log.Text.Contains("has resumed", StringComparison.Ordinal));
        Assert.Single(kit.Log.Lines, line => line.Contains(" 4001 ", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-03")]
    public async Task GivenNoSessionsLeft_WhenTheBotStarts_ThenItWaitsForTheReset()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 0, SessionStartsResetAfter = TimeSpan.FromSeconds(75) });

        await time.WaitAsync(wait => wait > TimeSpan.FromSeconds(70) && wait <= TimeSpan.FromSeconds(75), Cancelled);

        Assert.DoesNotContain(discord.Gateway.Events.Items, happened => happened.Op == 2);
        Assert.Contains(" 4007 ", kit.Log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LR-17")]
    public async Task GivenFewerSessionsThanTheReserve_WhenTheBotStarts_ThenItStopsAndSaysUntilWhen()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 49, SessionStartsResetAfter = TimeSpan.FromHours(3) });

        await time.WaitAsync(wait => wait > TimeSpan.FromHours(2.9), Cancelled);

        Assert.Contains(kit.Log.Lines, line => line.Contains("49 are left", StringComparison.Ordinal) && line.Contains("15:0", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-05")]
    public async Task GivenNoHello_When20SecondsPass_ThenTheBotClosesAndTriesAgain()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.NoHello = true);
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(20), Cancelled);

        discord.Faults.NoHello = false;
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.NotEqual(1000, (await discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await PassUntilAsync(discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }

    [Fact, Trait("Case", "GW-06"), Trait("Case", "GW-08")]
    public async Task GivenAnInterval_WhenTimeAdvances_ThenTheFirstBeatComesAtARandomPartAndTheOthersBySchedule()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, chance: 0.5);
        await LiveAsync();
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);
        Assert.DoesNotContain(discord.Gateway.Events.Items, happened => happened.Op == 1);

        time.Advance(TimeSpan.FromSeconds(22.5));
        var first = await discord.Gateway.ReceivedAsync(1, Cancelled);
        await UntilAsync(() => kit.Get<DiscordMetrics>().Heartbeats == 1);
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(45), Cancelled);
        time.Advance(TimeSpan.FromSeconds(45));
        var second = await discord.Gateway.ReceivedAsync(1, Cancelled, 2);

        Assert.Equal(45, (second.At - first.At).TotalSeconds);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-12"), Trait("Case", "GW-49")]
    public async Task GivenAServerThatAsksForManyHeartbeats_WhenTheyAreSent_ThenTheyStayUnder120()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 300; i++)
        {
            await discord.Gateway.RequestHeartbeatAsync(Cancelled);
        }

        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count == 1);
        Assert.InRange(discord.Gateway.Events.Items.Count(happened => happened.Kind == GatewayEventKind.Received), 100, 119);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-13"), Trait("Case", "GW-14"), Trait("Case", "LR-10")]
    public async Task GivenNoAcknowledgement_WhenTheNextBeatIsDue_ThenTheSessionIsResumedOnANewConnection()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, fault => fault.Zombie = true);
        await LiveAsync();
        await discord.Gateway.ReceivedAsync(1, Cancelled);

        await time.PassAsync(TimeSpan.FromSeconds(45), Cancelled);
        var closed = await discord.Gateway.ClosedAsync(Cancelled);
        await discord.Gateway.ResumedAsync(Cancelled);

        Assert.NotNull(closed.CloseCode);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-20")]
    public async Task GivenAReadyOf3MegabytesIn200Frames_WhenItArrives_ThenItIsRead()
    {
        await StartAsync(new SimulatorOptions { ReadyGuilds = 2_000 }, fault =>
        {
            fault.ReadyPadding = 3_000_000;
            fault.FramesAMessage = 200;
        });

        await UntilAsync(() => kit.Get<DiscordTransport>().IsConnected);
    }

    [Fact, Trait("Case", "GW-21")]
    public async Task GivenAnotherApplicationId_WhenReadyArrives_ThenTheBotStopsWithASentence()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:ApplicationId", "77"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => running);

        Assert.Contains("not to 77", stopped.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "GW-22")]
    public async Task GivenASession_WhenDiscordAsksToReconnect_ThenItIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        await discord.Gateway.RequestReconnectAsync(Cancelled);

        await discord.Gateway.ResumedAsync(Cancelled);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-24")]
    public async Task GivenASession_WhenItIsInvalid_ThenANewOneBeginsOnTheFirstUrl()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(5), Cancelled);
        time.Advance(TimeSpan.FromSeconds(6));
        time.Forget();

        await discord.Gateway.InvalidateSessionAsync(false, Cancelled);
        await time.PassAsync(TimeSpan.FromSeconds(1), Cancelled);

        await discord.Gateway.ReadyAsync(Cancelled, 2);
        Assert.Equal(2, discord.Requests.Items.Count(request => request.RouteName == "gateway-bot"));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-28"), Trait("Case", "GW-27")]
    public async Task GivenAnAnsweredInteraction_WhenItIsReplayedAfterAResume_ThenItIsHandledOnce()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count == 1);

        discord.Gateway.Cut();
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await discord.Gateway.ResumedAsync(Cancelled);
        await discord.Gateway.ReplayAsync(2, Cancelled);
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(7), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count >= 3);

        Assert.Equal([5UL, 6UL, 7UL], kit.Handler.Handled.Select(IdOf));
    }

    [Theory, Trait("Case", "GW-29")]
    [InlineData(ResumeUrlFault.Dead)]
    public async Task GivenAResumeUrlThatIsOfNoUse_WhenTwoAttemptsFail_ThenANewSessionBegins(ResumeUrlFault fault)
    {
        await StartAsync(new SimulatorOptions(), faults => faults.ResumeUrl = fault);
        await LiveAsync();
        time.Advance(TimeSpan.FromSeconds(6));
        time.Forget();

        discord.Gateway.Cut();
        await time.PassAsync(TimeSpan.FromSeconds(1), Cancelled);

        await discord.Gateway.ReadyAsync(Cancelled, 2);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-34"), Trait("Case", "LR-17")]
    public async Task GivenAWrongTokenAtTheGateway_WhenItCloses_ThenTheBotStopsWithoutAnotherConnection()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4004);

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => running);

        Assert.Contains("Discord__Token", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(discord.Token, stopped.Message, StringComparison.Ordinal);
        Assert.Single(discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-35")]
    public async Task GivenARefusedShardCount_WhenItIsRefusedAgain_ThenTheBotAsksOnceMoreAndStops()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4011);

        var stopped = Assert.ThrowsAsync<TransportStoppedException>(() => running);
        await PassUntilAsync(stopped, TimeSpan.FromMilliseconds(50));

        Assert.Contains("4011", (await stopped).Message, StringComparison.Ordinal);
        Assert.True(discord.Requests.Items.Count(request => request.RouteName == "gateway-bot") >= 2);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerInFlight_WhenTheBotStops_ThenItIsFinishedAndTheSocketClosesWith1000()
    {
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await StartAsync(new SimulatorOptions());
        kit.Handler.Then = (_, cancellationToken) => finish.Task.WaitAsync(cancellationToken);
        await LiveAsync();
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count == 1);

        await stopping.CancelAsync();
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(4), Cancelled);
        Assert.Equal(1, discord.Gateway.OpenConnections);
        finish.SetResult();
        await running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerThatNeverEnds_WhenTheBotStops_ThenItWaitsFourSecondsAndLeaves()
    {
        await StartAsync(new SimulatorOptions());
        kit.Handler.Then = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        await LiveAsync();
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count == 1);

        await stopping.CancelAsync();
        await time.PassAsync(TimeSpan.FromSeconds(4), Cancelled);
        await running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "GW-40")]
    public async Task GivenAnEventInFiveFrames_WhenABreakFallsInsideACharacter_ThenTheTextIsIntact()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        var interaction = Interaction(5);
        interaction["text"] = string.Concat(Enumerable.Repeat("ä🙂", 50));

        await discord.Gateway.SendRawAsync($$"""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{{interaction.ToJsonString()}} }""", 5, Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count == 1);

        kit.Handler.Handled.TryPeek(out var handled);
        Assert.Equal(interaction.ToJsonString(), System.Text.Encoding.UTF8.GetString(handled!.Payload.Span));
    }

    [Fact, Trait("Case", "GW-41")]
    public async Task GivenAFrameThatIsNotJson_WhenItArrives_ThenTheSessionIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        await discord.Gateway.SendRawAsync("garbage", 1, Cancelled);

        Assert.Equal(CloseCodes.ComingBack, (await discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await discord.Gateway.ResumedAsync(Cancelled);
    }

    [Fact, Trait("Case", "GW-43"), Trait("Case", "GW-56"), Trait("Case", "LR-05"), Trait("Case", "LR-13")]
    public async Task GivenEventsThatNobodyAskedFor_WhenTheyArrive_ThenTheyAreIgnoredAndTheSequenceFollows()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 2_000; i++)
        {
            await discord.Gateway.DispatchAsync(i % 2 == 0 ? "GUILD_CREATE" : "GUILD_DELETE", new JsonObject { ["id"] = "1" }, Cancelled);
        }

        await discord.Gateway.SendRawAsync("""{"op":99,"d":null,"s":null,"t":null}""", 1, Cancelled);
        await discord.Gateway.RequestHeartbeatAsync(Cancelled);
        var beat = await discord.Gateway.Events.FirstAsync(
            happened => happened.Op == 1 && happened.Payload!.Value.GetProperty("d").ToString() == $"{discord.Gateway.Sequence}", Cancelled);

        Assert.NotNull(beat);
        Assert.Equal(1, discord.Gateway.OpenConnections);
    }

    [Fact, Trait("Case", "GW-51")]
    public async Task GivenThreeShards_WhenTheBotStarts_ThenTheyIdentifyInOrderFiveSecondsApart()
    {
        await StartAsync(new SimulatorOptions { Shards = 3 });

        foreach (var count in new[] { 1, 2, 3 })
        {
            await discord.Gateway.ReadyAsync(Cancelled, count);
            if (count < 3)
            {
                await time.WaitAsync(wait => wait == TimeSpan.FromMilliseconds(5_100), Cancelled);
                time.Forget();
                time.Advance(TimeSpan.FromMilliseconds(5_100));
            }
        }

        var shards = discord.Gateway.Events.Items.Where(happened => happened.Op == 2)
            .Select(happened => happened.Payload!.Value.GetProperty("d").GetProperty("shard").GetRawText());
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-53"), Trait("Case", "GW-55")]
    public async Task GivenTwoShards_WhenBothDeliverOneInteraction_ThenItIsHandledOnceWhateverTheServer()
    {
        await StartAsync(new SimulatorOptions { Shards = 2, MaxConcurrency = 2 });
        await discord.Gateway.ReadyAsync(Cancelled, 2);

        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await UntilAsync(() => kit.Handler.Handled.Count >= 2);

        Assert.Equal([5UL, 6UL], kit.Handler.Handled.Select(IdOf).Order());
    }

    [Fact, Trait("Case", "GW-57"), Trait("Case", "LR-06")]
    public async Task GivenNoNetwork_WhenTheBotStarts_ThenItTriesAgainAndSaysSoOnceAMinute()
    {
        var api = new StubApi(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError), time);
        discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        kit = new BotKit(api, time, chance: 1);
        running = kit.Get<DiscordTransport>().RunAsync(stopping.Token);

        var tried = UntilAsync(() => api.Sent.Count >= 24);
        await PassUntilAsync(tried, TimeSpan.FromSeconds(1));

        Assert.InRange(kit.Log.Lines.Count(line => line.Contains(" 4005 ", StringComparison.Ordinal)), 1, 1 + (int)(time.GetUtcNow() - time.Start).TotalMinutes);
    }

    [Fact, Trait("Case", "GW-58"), Trait("Case", "RE-17")]
    public async Task GivenAWrongToken_WhenTheBotStarts_ThenItStopsWithASentenceAfterOneRequest()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:Token", "wrong"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => running);

        Assert.Contains("token", stopped.Message, StringComparison.Ordinal);
        Assert.Single(discord.Requests.Items);
        Assert.DoesNotContain(discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-59")]
    public async Task GivenABadGateway_WhenTheBotStarts_ThenItComesUp()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.Add(RestFault.Plain(502, "<html>") with { Route = "gateway-bot" }));

        await PassUntilAsync(discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }

    [Fact, Trait("Case", "GW-60"), Trait("Case", "LR-11")]
    public async Task GivenAWallClockThatJumps_WhenHeartbeatsAreDue_ThenTheirRhythmStays()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45), TimeProvider = TimeProvider.System }, chance: 0.5);
        await LiveAsync();
        await time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);

        time.AdjustTime(time.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.DoesNotContain(discord.Gateway.Events.Items, happened => happened.Op == 1);
        time.Advance(TimeSpan.FromSeconds(22.5));
        await discord.Gateway.ReceivedAsync(1, Cancelled);
    }

    [Fact, Trait("Case", "LR-03")]
    public async Task GivenAHundredReconnects_WhenTheyAreDone_ThenOneConnectionAndOneSessionRemain()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 1; i <= 100; i++)
        {
            discord.Gateway.Cut();
            await UntilAsync(() => kit.Log.Lines.Count(line => line.Contains(" 4002 ", StringComparison.Ordinal)) == i);
        }

        Assert.Equal(1, discord.Gateway.OpenConnections);
        Assert.Single(discord.Gateway.Events.Items, happened => happened.Op == 2);
    }

    private async Task StartAsync(
        SimulatorOptions options, Action<Faults>? fault = null, double chance = 0, params (string Key, string Value)[] settings)
    {
        discord = await DiscordSimulator.StartAsync(options.TimeProvider == TimeProvider.System ? options with { TimeProvider = time } : options, Cancelled);
        fault?.Invoke(discord.Faults);
        var all = new Dictionary<string, string?> { ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(), ["Discord:Token"] = discord.Token };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        kit = new BotKit(time: time, chance: chance, settings: all, folder: folder);
        running = kit.Get<DiscordTransport>().RunAsync(stopping.Token);
    }

    /// <summary>READY was sent, and the bot has read it.</summary>
    private async Task LiveAsync()
    {
        await discord.Gateway.ReadyAsync(Cancelled);
        await UntilAsync(() => kit.Get<DiscordTransport>().IsConnected);
    }

    private static JsonObject Interaction(ulong id) => new() { ["id"] = $"{id}", ["token"] = "t", ["type"] = 2, ["application_id"] = "1" };

    private static ulong IdOf(ReceivedInteraction interaction) =>
        ulong.Parse(JsonNode.Parse(interaction.Payload.Span)!["id"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }

    private async Task PassUntilAsync(Task awaited, TimeSpan step)
    {
        while (!awaited.IsCompleted)
        {
            time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }

        await awaited;
    }
}
