using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Gateway;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>The whole transport against the stand-in. The bot's clock stands still unless a test moves it; the stand-in's is the
/// same.</summary>
[Collection(Alone.Name)]
public sealed class DiscordTransportTests : IAsyncDisposable
{
    private readonly ObservedTime _time = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("notesbot-").FullName;
    private DiscordSimulator _discord = null!;
    private BotKit _kit = null!;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Cancelled => TestLimit.Token;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _kit.DisposeAsync();
        await _discord.DisposeAsync();
        _stopping.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, Trait("Case", "GW-01"), Trait("Case", "GW-02"), Trait("Case", "GW-19"), Trait("Case", "GW-31")]
    [InlineData(false), InlineData(true)]
    public async Task GivenAToken_WhenTheBotStarts_ThenItAsksForTheGatewayFirstAndIsReadyWithoutViolation(bool slash)
    {
        await StartAsync(new SimulatorOptions { TrailingSlash = slash });
        await LiveAsync();
        _discord.Gateway.Cut();
        await _discord.Gateway.ResumedAsync(Cancelled);

        Assert.Equal("gateway-bot", _discord.Requests.Items[0].RouteName);
        Assert.Empty(_discord.Violations);
        await UntilAsync(() => _kit.Log.Text.Contains("has resumed", StringComparison.Ordinal));
        Assert.Single(_kit.Log.Lines, line => line.Contains(" 4001 ", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-03")]
    public async Task GivenNoSessionsLeft_WhenTheBotStarts_ThenItWaitsForTheReset()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 0, SessionStartsResetAfter = TimeSpan.FromSeconds(75) });

        await _time.WaitAsync(wait => wait > TimeSpan.FromSeconds(70) && wait <= TimeSpan.FromSeconds(75), Cancelled);

        Assert.DoesNotContain(_discord.Gateway.Events.Items, happened => happened.Op == 2);
        Assert.Contains(" 4007 ", _kit.Log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LR-17")]
    public async Task GivenFewerSessionsThanTheReserve_WhenTheBotStarts_ThenItStopsAndSaysUntilWhen()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 49, SessionStartsResetAfter = TimeSpan.FromHours(3) });

        await _time.WaitAsync(wait => wait > TimeSpan.FromHours(2.9), Cancelled);

        Assert.Contains(_kit.Log.Lines,
            line => line.Contains("49 are left", StringComparison.Ordinal) && line.Contains("15:0", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-05")]
    public async Task GivenNoHello_When20SecondsPass_ThenTheBotClosesAndTriesAgain()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.NoHello = true);
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(20), Cancelled);

        _discord.Faults.NoHello = false;
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.NotEqual(1000, (await _discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await PassUntilAsync(_discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }

    [Fact, Trait("Case", "GW-06"), Trait("Case", "GW-08")]
    public async Task GivenAnInterval_WhenTimeAdvances_ThenTheFirstBeatComesAtARandomPartAndTheOthersBySchedule()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, chance: 0.5);
        await LiveAsync();
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);
        Assert.DoesNotContain(_discord.Gateway.Events.Items, happened => happened.Op == 1);

        _time.Advance(TimeSpan.FromSeconds(22.5));
        var first = await _discord.Gateway.ReceivedAsync(1, Cancelled);
        await UntilAsync(() => _kit.Get<DiscordMetrics>().Heartbeats == 1);
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(45), Cancelled);
        _time.Advance(TimeSpan.FromSeconds(45));
        var second = await _discord.Gateway.ReceivedAsync(1, Cancelled, 2);

        Assert.Equal(45, (second.At - first.At).TotalSeconds);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-12"), Trait("Case", "GW-49")]
    public async Task GivenAServerThatAsksForManyHeartbeats_WhenTheyAreSent_ThenTheyStayUnder120()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 300; i++)
        {
            await _discord.Gateway.RequestHeartbeatAsync(Cancelled);
        }

        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count == 1);
        Assert.InRange(_discord.Gateway.Events.Items.Count(happened => happened.Kind == GatewayEventKind.Received), 100, 119);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-13"), Trait("Case", "GW-14"), Trait("Case", "LR-10")]
    public async Task GivenNoAcknowledgement_WhenTheNextBeatIsDue_ThenTheSessionIsResumedOnANewConnection()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, fault => fault.Zombie = true);
        await LiveAsync();
        await _discord.Gateway.ReceivedAsync(1, Cancelled);

        await _time.PassAsync(TimeSpan.FromSeconds(45), Cancelled);
        var closed = await _discord.Gateway.ClosedAsync(Cancelled);
        await _discord.Gateway.ResumedAsync(Cancelled);

        Assert.NotNull(closed.CloseCode);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-20")]
    public async Task GivenAReadyOf3MegabytesIn200Frames_WhenItArrives_ThenItIsRead()
    {
        await StartAsync(new SimulatorOptions { ReadyGuilds = 2_000 }, fault =>
        {
            fault.ReadyPadding = 3_000_000;
            fault.FramesAMessage = 200;
        });

        await UntilAsync(() => _kit.Get<DiscordTransport>().IsConnected);
    }

    [Fact, Trait("Case", "GW-21")]
    public async Task GivenAnotherApplicationId_WhenReadyArrives_ThenTheBotStopsWithASentence()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:ApplicationId", "77"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => _running.WaitAsync(Cancelled));

        Assert.Contains("not to 77", stopped.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "GW-22")]
    public async Task GivenASession_WhenDiscordAsksToReconnect_ThenItIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        await _discord.Gateway.RequestReconnectAsync(Cancelled);

        await _discord.Gateway.ResumedAsync(Cancelled);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-24")]
    public async Task GivenASession_WhenItIsInvalid_ThenANewOneBeginsOnTheFirstUrl()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(5), Cancelled);
        _time.Advance(TimeSpan.FromSeconds(6));
        _time.Forget();

        await _discord.Gateway.InvalidateSessionAsync(false, Cancelled);
        await _time.PassAsync(TimeSpan.FromSeconds(1), Cancelled);

        await _discord.Gateway.ReadyAsync(Cancelled, 2);
        Assert.Equal(2, _discord.Requests.Items.Count(request => request.RouteName == "gateway-bot"));
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-28"), Trait("Case", "GW-27")]
    public async Task GivenAnAnsweredInteraction_WhenItIsReplayedAfterAResume_ThenItIsHandledOnce()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count == 1);

        _discord.Gateway.Cut();
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await _discord.Gateway.ResumedAsync(Cancelled);
        await _discord.Gateway.ReplayAsync(2, Cancelled);
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(7), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count >= 3);

        Assert.Equal([5UL, 6UL, 7UL], _kit.Handler.Handled.Select(IdOf));
    }

    [Theory, Trait("Case", "GW-29")]
    [InlineData(ResumeUrlFault.Dead)]
    public async Task GivenAResumeUrlThatIsOfNoUse_WhenTwoAttemptsFail_ThenANewSessionBegins(ResumeUrlFault fault)
    {
        await StartAsync(new SimulatorOptions(), faults => faults.ResumeUrl = fault);
        await LiveAsync();
        _time.Advance(TimeSpan.FromSeconds(6));
        _time.Forget();

        _discord.Gateway.Cut();
        await _time.PassAsync(TimeSpan.FromSeconds(1), Cancelled);

        await _discord.Gateway.ReadyAsync(Cancelled, 2);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-34"), Trait("Case", "LR-17")]
    public async Task GivenAWrongTokenAtTheGateway_WhenItCloses_ThenTheBotStopsWithoutAnotherConnection()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4004);

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => _running.WaitAsync(Cancelled));

        Assert.Contains("Discord__Token", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_discord.Token, stopped.Message, StringComparison.Ordinal);
        Assert.Single(_discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-35")]
    public async Task GivenARefusedShardCount_WhenItIsRefusedAgain_ThenTheBotAsksOnceMoreAndStops()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4011);

        var stopped = Assert.ThrowsAsync<TransportStoppedException>(() => _running.WaitAsync(Cancelled));
        await PassUntilAsync(stopped, TimeSpan.FromMilliseconds(50));

        Assert.Contains("4011", (await stopped).Message, StringComparison.Ordinal);
        Assert.True(_discord.Requests.Items.Count(request => request.RouteName == "gateway-bot") >= 2);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerInFlight_WhenTheBotStops_ThenItIsFinishedAndTheSocketClosesWith1000()
    {
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await StartAsync(new SimulatorOptions());
        _kit.Handler.Then = (_, cancellationToken) => finish.Task.WaitAsync(cancellationToken);
        await LiveAsync();
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count == 1);

        await _stopping.CancelAsync();
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(4), Cancelled);
        Assert.Equal(1, _discord.Gateway.OpenConnections);
        finish.SetResult();
        await _running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await _discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerThatNeverEnds_WhenTheBotStops_ThenItWaitsFourSecondsAndLeaves()
    {
        await StartAsync(new SimulatorOptions());
        _kit.Handler.Then = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        await LiveAsync();
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count == 1);

        await _stopping.CancelAsync();
        await _time.PassAsync(TimeSpan.FromSeconds(4), Cancelled);
        await _running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await _discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "GW-40")]
    public async Task GivenAnEventInFiveFrames_WhenABreakFallsInsideACharacter_ThenTheTextIsIntact()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        var interaction = Interaction(5);
        interaction["text"] = string.Concat(Enumerable.Repeat("ä🙂", 50));

        await _discord.Gateway.SendRawAsync(
            $$"""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{{interaction.ToJsonString()}} }""", 5, Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count == 1);

        _kit.Handler.Handled.TryPeek(out var handled);
        Assert.Equal(interaction.ToJsonString(), System.Text.Encoding.UTF8.GetString(handled!.Payload.Span));
    }

    [Fact, Trait("Case", "GW-41")]
    public async Task GivenAFrameThatIsNotJson_WhenItArrives_ThenTheSessionIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        await _discord.Gateway.SendRawAsync("garbage", 1, Cancelled);

        Assert.Equal(CloseCodes.ComingBack, (await _discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await _discord.Gateway.ResumedAsync(Cancelled);
    }

    [Fact, Trait("Case", "GW-43"), Trait("Case", "GW-56"), Trait("Case", "LR-05"), Trait("Case", "LR-13")]
    public async Task GivenEventsThatNobodyAskedFor_WhenTheyArrive_ThenTheyAreIgnoredAndTheSequenceFollows()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 2_000; i++)
        {
            await _discord.Gateway.DispatchAsync(i % 2 == 0 ? "GUILD_CREATE" : "GUILD_DELETE", new JsonObject { ["id"] = "1" }, Cancelled);
        }

        await _discord.Gateway.SendRawAsync("""{"op":99,"d":null,"s":null,"t":null}""", 1, Cancelled);
        await _discord.Gateway.RequestHeartbeatAsync(Cancelled);
        var beat = await _discord.Gateway.Events.FirstAsync(
            happened => happened.Op == 1 && happened.Payload!.Value.GetProperty("d").ToString() == $"{_discord.Gateway.Sequence}",
                Cancelled);

        Assert.NotNull(beat);
        Assert.Equal(1, _discord.Gateway.OpenConnections);
    }

    [Fact, Trait("Case", "GW-51")]
    public async Task GivenThreeShards_WhenTheBotStarts_ThenTheyIdentifyInOrderFiveSecondsApart()
    {
        await StartAsync(new SimulatorOptions { Shards = 3 });

        foreach (var count in new[] { 1, 2, 3 })
        {
            await _discord.Gateway.ReadyAsync(Cancelled, count);
            if (count < 3)
            {
                await _time.WaitAsync(wait => wait == TimeSpan.FromMilliseconds(5_100), Cancelled);
                _time.Forget();
                _time.Advance(TimeSpan.FromMilliseconds(5_100));
            }
        }

        var shards = _discord.Gateway.Events.Items.Where(happened => happened.Op == 2)
            .Select(happened => happened.Payload!.Value.GetProperty("d").GetProperty("shard").GetRawText());
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards);
        Assert.Empty(_discord.Violations);
    }

    [Fact, Trait("Case", "GW-53"), Trait("Case", "GW-55")]
    public async Task GivenTwoShards_WhenBothDeliverOneInteraction_ThenItIsHandledOnceWhateverTheServer()
    {
        await StartAsync(new SimulatorOptions { Shards = 2, MaxConcurrency = 2 });
        await _discord.Gateway.ReadyAsync(Cancelled, 2);

        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await _discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await UntilAsync(() => _kit.Handler.Handled.Count >= 2);

        Assert.Equal([5UL, 6UL], _kit.Handler.Handled.Select(IdOf).Order());
    }

    [Fact, Trait("Case", "GW-57"), Trait("Case", "LR-06")]
    public async Task GivenNoNetwork_WhenTheBotStarts_ThenItTriesAgainAndSaysSoOnceAMinute()
    {
        var api = new StubApi(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError), _time);
        _discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        _kit = new BotKit(api, _time, chance: 1);
        _running = _kit.Get<DiscordTransport>().RunAsync(_stopping.Token);

        var tried = UntilAsync(() => api.Sent.Count >= 24);
        await PassUntilAsync(tried, TimeSpan.FromSeconds(1));

        Assert.InRange(_kit.Log.Lines.Count(line => line.Contains(" 4005 ", StringComparison.Ordinal)), 1,
            1 + (int)(_time.GetUtcNow() - _time.Start).TotalMinutes);
    }

    [Fact, Trait("Case", "GW-58"), Trait("Case", "RE-17")]
    public async Task GivenAWrongToken_WhenTheBotStarts_ThenItStopsWithASentenceAfterOneRequest()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:Token", "wrong"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => _running.WaitAsync(Cancelled));

        Assert.Contains("token", stopped.Message, StringComparison.Ordinal);
        Assert.Single(_discord.Requests.Items);
        Assert.DoesNotContain(_discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-59")]
    public async Task GivenABadGateway_WhenTheBotStarts_ThenItComesUp()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.Add(RestFault.Plain(502, "<html>") with { Route = "gateway-bot" }));

        await PassUntilAsync(_discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }

    [Fact, Trait("Case", "GW-60"), Trait("Case", "LR-11")]
    public async Task GivenAWallClockThatJumps_WhenHeartbeatsAreDue_ThenTheirRhythmStays()
    {
        await StartAsync(
            new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45), TimeProvider = TimeProvider.System }, chance: 0.5);
        await LiveAsync();
        await _time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);

        _time.AdjustTime(_time.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.DoesNotContain(_discord.Gateway.Events.Items, happened => happened.Op == 1);
        _time.Advance(TimeSpan.FromSeconds(22.5));
        await _discord.Gateway.ReceivedAsync(1, Cancelled);
    }

    [Fact, Trait("Case", "LR-03")]
    public async Task GivenAHundredReconnects_WhenTheyAreDone_ThenOneConnectionAndOneSessionRemain()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 1; i <= 100; i++)
        {
            _discord.Gateway.Cut();
            await UntilAsync(() => _kit.Log.Lines.Count(line => line.Contains(" 4002 ", StringComparison.Ordinal)) == i);
        }

        Assert.Equal(1, _discord.Gateway.OpenConnections);
        Assert.Single(_discord.Gateway.Events.Items, happened => happened.Op == 2);
    }

    private async Task StartAsync(
        SimulatorOptions options, Action<Faults>? fault = null, double chance = 0, params (string Key, string Value)[] settings)
    {
        _discord = await DiscordSimulator.StartAsync(
            options.TimeProvider == TimeProvider.System ? options with { TimeProvider = _time } : options, Cancelled);
        fault?.Invoke(_discord.Faults);
        var all = new Dictionary<string,
            string?>
        { ["Discord:ApiBaseUrl"] = _discord.ApiBaseUrl.ToString(), ["Discord:Token"] = _discord.Token };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        _kit = new BotKit(time: _time, chance: chance, settings: all, folder: _folder);
        _running = _kit.Get<DiscordTransport>().RunAsync(_stopping.Token);
    }

    /// <summary>READY was sent, and the bot has read it.</summary>
    private async Task LiveAsync()
    {
        await _discord.Gateway.ReadyAsync(Cancelled);
        await UntilAsync(() => _kit.Get<DiscordTransport>().IsConnected);
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
            _time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }

        await awaited;
    }
}
