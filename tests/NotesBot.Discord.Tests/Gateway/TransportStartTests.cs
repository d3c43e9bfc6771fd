using NotesBot.Commands;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Gateway;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>How the transport comes up, or says why it cannot.</summary>
[Collection(Alone.Name)]
public sealed class TransportStartTests : TransportTests
{
    [Theory, Trait("Case", "GW-01"), Trait("Case", "GW-02"), Trait("Case", "GW-19"), Trait("Case", "GW-31")]
    [InlineData(false), InlineData(true)]
    public async Task GivenAToken_WhenTheBotStarts_ThenItAsksForTheGatewayFirstAndIsReadyWithoutViolation(bool slash)
    {
        await StartAsync(new SimulatorOptions { TrailingSlash = slash });
        await CalmAsync();
        Discord.Gateway.Cut();
        await Discord.Gateway.ResumedAsync(Cancelled);

        Assert.Equal("gateway-bot", Discord.Requests.Items[0].RouteName);
        Assert.Empty(Discord.Violations);
        await UntilAsync(() => Kit.Log.Text.Contains("has resumed", StringComparison.Ordinal));
        Assert.Single(Kit.Log.Lines, line => line.Contains(" 4001 ", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-03")]
    public async Task GivenNoSessionsLeft_WhenTheBotStarts_ThenItWaitsForTheReset()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 0, SessionStartsResetAfter = TimeSpan.FromSeconds(75) });

        await Time.WaitAsync(wait => wait > TimeSpan.FromSeconds(70) && wait <= TimeSpan.FromSeconds(75), Cancelled);

        Assert.DoesNotContain(Discord.Gateway.Events.Items, happened => happened.Op == 2);
        Assert.Contains(" 4007 ", Kit.Log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LR-17")]
    public async Task GivenFewerSessionsThanTheReserve_WhenTheBotStarts_ThenItStopsAndSaysUntilWhen()
    {
        await StartAsync(new SimulatorOptions { SessionStartsRemaining = 49, SessionStartsResetAfter = TimeSpan.FromHours(3) });

        await Time.WaitAsync(wait => wait > TimeSpan.FromHours(2.9), Cancelled);

        Assert.Contains(Kit.Log.Lines,
            line => line.Contains("49 are left", StringComparison.Ordinal) && line.Contains("15:0", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "GW-05")]
    public async Task GivenNoHello_When20SecondsPass_ThenTheBotClosesAndTriesAgain()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.NoHello = true);
        await Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(20), Cancelled);

        Discord.Faults.NoHello = false;
        Time.Advance(TimeSpan.FromSeconds(20));

        Assert.NotEqual(1000, (await Discord.Gateway.ClosedAsync(Cancelled)).CloseCode);
        await PassUntilAsync(Discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }

    [Fact, Trait("Case", "GW-21")]
    public async Task GivenAnotherApplicationId_WhenReadyArrives_ThenTheBotStopsWithASentence()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:ApplicationId", "77"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => Running.WaitAsync(Cancelled));

        Assert.Contains("not to 77", stopped.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "GW-34"), Trait("Case", "LR-17")]
    public async Task GivenAWrongTokenAtTheGateway_WhenItCloses_ThenTheBotStopsWithoutAnotherConnection()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4004);

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => Running.WaitAsync(Cancelled));

        Assert.Contains("Discord__Token", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Discord.Token, stopped.Message, StringComparison.Ordinal);
        Assert.Single(Discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-35")]
    public async Task GivenARefusedShardCount_WhenItIsRefusedAgain_ThenTheBotAsksOnceMoreAndStops()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.CloseOnIdentify = 4011);

        var stopped = Assert.ThrowsAsync<TransportStoppedException>(() => Running.WaitAsync(Cancelled));
        await PassUntilAsync(stopped, TimeSpan.FromMilliseconds(50));

        Assert.Contains("4011", (await stopped).Message, StringComparison.Ordinal);
        Assert.True(Discord.Requests.Items.Count(request => request.RouteName == "gateway-bot") >= 2);
    }

    [Fact, Trait("Case", "GW-51")]
    public async Task GivenThreeShards_WhenTheBotStarts_ThenTheyIdentifyInOrderFiveSecondsApart()
    {
        // No heartbeat falls due in these ten seconds: one on its way would be given up when the clock leaps.
        await StartAsync(new SimulatorOptions { Shards = 3 }, chance: 0.5);

        foreach (var count in new[] { 1, 2, 3 })
        {
            await Discord.Gateway.ReadyAsync(Cancelled, count);
            await UntilAsync(() => Kit.Log.Lines.Count(line => line.Contains(" 4001 ", StringComparison.Ordinal)) == count);
            if (count < 3)
            {
                await Time.WaitAsync(wait => wait == TimeSpan.FromMilliseconds(5_100), Cancelled);
                Time.Forget();
                Time.Advance(TimeSpan.FromMilliseconds(5_100));
            }
        }

        var shards = Discord.Gateway.Events.Items.Where(happened => happened.Op == 2)
            .Select(happened => happened.Payload!.Value.GetProperty("d").GetProperty("shard").GetRawText());
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards);
        Assert.Empty(Discord.Violations);
    }

    [Fact, Trait("Case", "GW-57")]
    public async Task GivenNoNetwork_WhenTheBotStarts_ThenItTriesAgainAndSaysSoOnceAMinute()
    {
        var api = new StubApi(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError), Time);
        Discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        Kit = new BotKit(api, Time, chance: 1);
        Running = Kit.Get<DiscordTransport>().RunAsync(Stopping.Token);

        var tried = UntilAsync(() => api.Sent.Count >= 24);
        await PassUntilAsync(tried, TimeSpan.FromSeconds(1));

        var said = Kit.Log.Lines.Count(line => !line.StartsWith("Debug", StringComparison.Ordinal));
        Assert.InRange(said, 1, 1 + (int)(Time.GetUtcNow() - Time.Start).TotalMinutes);
    }

    [Fact, Trait("Case", "GW-58"), Trait("Case", "RE-17")]
    public async Task GivenAWrongToken_WhenTheBotStarts_ThenItStopsWithASentenceAfterOneRequest()
    {
        await StartAsync(new SimulatorOptions(), settings: ("Discord:Token", "wrong"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => Running.WaitAsync(Cancelled));

        Assert.Contains("token", stopped.Message, StringComparison.Ordinal);
        Assert.Single(Discord.Requests.Items);
        Assert.DoesNotContain(Discord.Gateway.Events.Items, happened => happened.Kind == GatewayEventKind.Opened);
    }

    [Fact, Trait("Case", "GW-59")]
    public async Task GivenABadGateway_WhenTheBotStarts_ThenItComesUp()
    {
        await StartAsync(new SimulatorOptions(), fault => fault.Add(RestFault.Plain(502, "<html>") with { Route = "gateway-bot" }));

        await PassUntilAsync(Discord.Gateway.ReadyAsync(Cancelled), TimeSpan.FromMilliseconds(25));
    }
}
