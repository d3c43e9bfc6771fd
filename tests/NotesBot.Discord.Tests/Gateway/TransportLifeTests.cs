using System.Text.Json.Nodes;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Gateway;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>What the transport does while it runs, and when it is told to leave.</summary>
[Collection(Alone.Name)]
public sealed class TransportLifeTests : TransportTests
{
    private static readonly byte[] Answer = """{"type":4,"data":{"content":"x","allowed_mentions":{"parse":[]}}}"""u8.ToArray();

    [Fact, Trait("Case", "GW-06"), Trait("Case", "GW-08")]
    public async Task GivenAnInterval_WhenTimeAdvances_ThenTheFirstBeatComesAtARandomPartAndTheOthersBySchedule()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, chance: 0.5);
        await LiveAsync();
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);
        Assert.DoesNotContain(Discord.Gateway.Events.Items, happened => happened.Op == 1);

        Time.Advance(TimeSpan.FromSeconds(22.5));
        var first = await Discord.Gateway.ReceivedAsync(1, Cancelled);
        await UntilAsync(() => Kit.Get<DiscordMetrics>().Heartbeats == 1);
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(45), Cancelled);
        Time.Advance(TimeSpan.FromSeconds(45));
        var second = await Discord.Gateway.ReceivedAsync(1, Cancelled, 2);

        Assert.Equal(45, (second.At - first.At).TotalSeconds);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-12"), Trait("Case", "GW-49")]
    public async Task GivenAServerThatAsksForManyHeartbeats_WhenTheyAreSent_ThenTheyStayUnder120()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 300; i++)
        {
            await Discord.Gateway.RequestHeartbeatAsync(Cancelled);
        }

        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1 && Received() >= 100);
        Assert.InRange(Received(), 100, 119);
        Assert.Empty(Discord.Violations);

        int Received() => Discord.Gateway.Events.Items.Count(happened => happened.Kind == GatewayEventKind.Received);
    }

    [Fact, Trait("Case", "GW-13"), Trait("Case", "GW-14"), Trait("Case", "LR-10")]
    public async Task GivenNoAcknowledgement_WhenTheNextBeatIsDue_ThenTheSessionIsResumedOnANewConnection()
    {
        await StartAsync(new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45) }, fault => fault.Zombie = true);
        await LiveAsync();
        await Discord.Gateway.ReceivedAsync(1, Cancelled);

        await Time.PassAsync(TimeSpan.FromSeconds(45), Cancelled);
        var closed = await Discord.Gateway.ClosedAsync(Cancelled);
        await Discord.Gateway.ResumedAsync(Cancelled);

        Assert.NotNull(closed.CloseCode);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-20")]
    public async Task GivenAReadyOf3MegabytesIn200Frames_WhenItArrives_ThenItIsRead()
    {
        await StartAsync(new SimulatorOptions { ReadyGuilds = 2_000 }, fault =>
        {
            fault.ReadyPadding = 3_000_000;
            fault.FramesAMessage = 200;
        });

        await UntilAsync(() => Kit.Get<DiscordTransport>().IsConnected);
    }

    [Fact, Trait("Case", "GW-22")]
    public async Task GivenASession_WhenDiscordAsksToReconnect_ThenItIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await CalmAsync();

        await Discord.Gateway.RequestReconnectAsync(Cancelled);

        await Discord.Gateway.ResumedAsync(Cancelled);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-24")]
    public async Task GivenASession_WhenItIsInvalid_ThenANewOneBeginsOnTheFirstUrl()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(5), Cancelled);
        Time.Advance(TimeSpan.FromSeconds(6));
        Time.Forget();

        await Discord.Gateway.InvalidateSessionAsync(false, Cancelled);
        await Time.PassAsync(TimeSpan.FromSeconds(1), Cancelled);

        await Discord.Gateway.ReadyAsync(Cancelled, 2);
        Assert.Equal(2, Discord.Requests.Items.Count(request => request.RouteName == "gateway-bot"));
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-28"), Trait("Case", "GW-27")]
    public async Task GivenAnAnsweredInteraction_WhenItIsReplayedAfterAResume_ThenItIsHandledOnce()
    {
        await StartAsync(new SimulatorOptions());
        await CalmAsync();
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        Discord.Gateway.Cut();
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await Discord.Gateway.ResumedAsync(Cancelled);
        await Discord.Gateway.ReplayAsync(2, Cancelled);
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(7), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count >= 3);

        Assert.Equal([5UL, 6UL, 7UL], Kit.Handler.Handled.Select(IdOf));
    }

    [Theory, Trait("Case", "GW-29")]
    [InlineData(ResumeUrlFault.Dead)]
    public async Task GivenAResumeUrlThatIsOfNoUse_WhenTwoAttemptsFail_ThenTheSessionIsResumedAtTheFirstUrl(ResumeUrlFault fault)
    {
        await StartAsync(new SimulatorOptions(), faults => faults.ResumeUrl = fault);
        await LiveAsync();
        Time.Advance(TimeSpan.FromSeconds(6));
        Time.Forget();

        Discord.Gateway.Cut();
        await PassUntilAsync(Discord.Gateway.ResumedAsync(Cancelled), TimeSpan.FromMilliseconds(25));

        Assert.Single(Discord.Gateway.Events.Items, happened => happened.Op == 2);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-61"), Trait("Case", "GW-62"), Trait("Case", "GW-66")]
    public async Task GivenAnOutage_WhenItIsOver_ThenTheSessionIsResumedTheQuestionAnsweredAndTheReasonLogged()
    {
        await StartAsync(new SimulatorOptions());
        await CalmAsync();
        Discord.Faults.RefuseConnections = true;
        Discord.Gateway.Cut();
        await PassUntilAsync(UntilAsync(() => Discord.Gateway.Attempts >= 4), TimeSpan.FromMilliseconds(25));
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);

        Discord.Faults.RefuseConnections = false;
        await PassUntilAsync(Discord.Gateway.ResumedAsync(Cancelled), TimeSpan.FromMilliseconds(25));
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        Assert.Single(Discord.Gateway.Events.Items, happened => happened.Op == 2);
        Assert.Single(Kit.Log.Lines,
            line => line.StartsWith("Information 4004 ", StringComparison.Ordinal) && line.Contains("127.0.0.1: ", StringComparison.Ordinal));
        await UntilAsync(() => Kit.Log.Lines.Count(line => line.StartsWith("Information 4018 ", StringComparison.Ordinal)) == 1);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerInFlight_WhenTheBotStops_ThenItIsFinishedAndTheSocketClosesWith1000()
    {
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await StartAsync(new SimulatorOptions());
        Kit.Handler.Then = (_, cancellationToken) => finish.Task.WaitAsync(cancellationToken);
        await LiveAsync();
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        await Stopping.CancelAsync();
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(4), Cancelled);
        Assert.Equal(1, Discord.Gateway.OpenConnections);
        finish.SetResult();
        await Running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await Discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAnAnswerThatNeverEnds_WhenTheBotStops_ThenItWaitsFourSecondsAndLeaves()
    {
        await StartAsync(new SimulatorOptions());
        Kit.Handler.Then = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);
        await LiveAsync();
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        await Stopping.CancelAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(4), Cancelled);
        await Running.WaitAsync(Cancelled);

        Assert.Equal(1000, (await Discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
    }

    [Fact, Trait("Case", "IN-39")]
    public async Task GivenAnInteractionBeingAnswered_WhenTheConnectionDrops_ThenItsCallbackStillGoesOut()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        var asked = Discord.Create(InteractionKind.Command, new JsonObject(), Scene.InGuild(Person.Bob));
        var target = new InteractionTarget(asked.Id, Discord.ApplicationId, asked.Token, Time.GetTimestamp());
        Kit.Handler.Then = async (received, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            await received.FirstResponse.RespondAsync(target, new MessageBody(Answer), cancellationToken);
        };
        await Discord.SendAsync(asked, Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        Discord.Faults.RefuseConnections = true;
        Discord.Gateway.Cut();
        await Discord.Gateway.ClosedAsync(Cancelled);
        gate.SetResult();

        Assert.Equal(4, (await asked.CallbackAsync(Cancelled)).Type);
    }

    [Fact, Trait("Case", "GW-40")]
    public async Task GivenAnEventInFiveFrames_WhenABreakFallsInsideACharacter_ThenTheTextIsIntact()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();
        var interaction = Interaction(5);
        interaction["text"] = string.Concat(Enumerable.Repeat("ä🙂", 50));

        await Discord.Gateway.SendRawAsync(
            $$"""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{{interaction.ToJsonString()}} }""", 5, Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count == 1);

        Kit.Handler.Handled.TryPeek(out var handled);
        Assert.Equal(interaction.ToJsonString(), System.Text.Encoding.UTF8.GetString(handled!.Payload.Span));
    }

    [Fact, Trait("Case", "GW-41")]
    public async Task GivenAFrameThatIsNotJson_WhenItArrives_ThenTheSessionIsResumed()
    {
        await StartAsync(new SimulatorOptions());
        await CalmAsync();

        await Discord.Gateway.SendRawAsync("garbage", 1, Cancelled);

        Assert.Equal(CloseCodes.ComingBack, (await Discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await Discord.Gateway.ResumedAsync(Cancelled);
    }

    [Fact, Trait("Case", "GW-43"), Trait("Case", "GW-56"), Trait("Case", "LR-05"), Trait("Case", "LR-13")]
    public async Task GivenEventsThatNobodyAskedFor_WhenTheyArrive_ThenTheyAreIgnoredAndTheSequenceFollows()
    {
        await StartAsync(new SimulatorOptions());
        await LiveAsync();

        for (var i = 0; i < 2_000; i++)
        {
            await Discord.Gateway.DispatchAsync(i % 2 == 0 ? "GUILD_CREATE" : "GUILD_DELETE", new JsonObject { ["id"] = "1" }, Cancelled);
        }

        await Discord.Gateway.SendRawAsync("""{"op":99,"d":null,"s":null,"t":null}""", 1, Cancelled);
        await Discord.Gateway.RequestHeartbeatAsync(Cancelled);
        var beat = await Discord.Gateway.Events.FirstAsync(
            happened => happened.Op == 1 && happened.Payload!.Value.GetProperty("d").ToString() == $"{Discord.Gateway.Sequence}",
                Cancelled);

        Assert.NotNull(beat);
        Assert.Equal(1, Discord.Gateway.OpenConnections);
    }

    [Fact, Trait("Case", "GW-53"), Trait("Case", "GW-55")]
    public async Task GivenTwoShards_WhenBothDeliverOneInteraction_ThenItIsHandledOnceWhateverTheServer()
    {
        await StartAsync(new SimulatorOptions { Shards = 2, MaxConcurrency = 2 });
        await Discord.Gateway.ReadyAsync(Cancelled, 2);

        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(5), Cancelled);
        await Discord.Gateway.DispatchAsync("INTERACTION_CREATE", Interaction(6), Cancelled);
        await UntilAsync(() => Kit.Handler.Handled.Count >= 2);

        Assert.Equal([5UL, 6UL], Kit.Handler.Handled.Select(IdOf).Order());
    }

    [Fact, Trait("Case", "GW-60"), Trait("Case", "LR-11")]
    public async Task GivenAWallClockThatJumps_WhenHeartbeatsAreDue_ThenTheirRhythmStays()
    {
        await StartAsync(
            new SimulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(45), TimeProvider = TimeProvider.System }, chance: 0.5);
        await LiveAsync();
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(22.5), Cancelled);

        Time.AdjustTime(Time.GetUtcNow() + TimeSpan.FromHours(1));

        Assert.DoesNotContain(Discord.Gateway.Events.Items, happened => happened.Op == 1);
        Time.Advance(TimeSpan.FromSeconds(22.5));
        await Discord.Gateway.ReceivedAsync(1, Cancelled);
    }

    [Fact, Trait("Case", "LR-03")]
    public async Task GivenAThousandReconnects_WhenTheyAreDone_ThenNothingIsLeftOfThem()
    {
        await StartAsync(new SimulatorOptions());
        await CalmAsync();
        await ReconnectAsync(100);
        var (memory, handles) = (GC.GetTotalMemory(forceFullCollection: true), OpenHandles());

        await ReconnectAsync(900);

        // What waits for its finalizer goes with a later collection; what leaks does not go.
        await UntilAsync(() => GC.GetTotalMemory(forceFullCollection: true) - memory < 4_000_000);
        Assert.InRange(OpenHandles(), 0, handles + 20);
        Assert.Equal(1, Discord.Gateway.OpenConnections);
        Assert.DoesNotContain(Discord.Gateway.Events.Items, happened => happened is { Op: 2, Connection: > 1 });
    }

    private async Task ReconnectAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var resumed = Discord.Gateway.Events.NextAsync(happened => happened.Kind == GatewayEventKind.Resumed, Cancelled);
            Discord.Gateway.Cut();
            await resumed;
            await UntilAsync(() => Kit.Get<DiscordTransport>().IsConnected && Discord.Gateway.OpenConnections == 1);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static int OpenHandles()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.HandleCount;
    }
}
