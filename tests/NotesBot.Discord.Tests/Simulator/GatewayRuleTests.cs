using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class GatewayRuleTests
{
    private static CancellationToken Token => TestLimit.Token;

    [Fact, Trait("Case", "GW-19")]
    public async Task GivenAnIdentify_WhenItIsRight_ThenReadyTellsSessionAndResumeUrl()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);

        var ready = await bot.IdentifyAsync();

        Assert.Equal("READY", ready["t"]!.GetValue<string>());
        Assert.NotEqual(discord.ApiBaseUrl.Port, new Uri(ready["d"]!["resume_gateway_url"]!.GetValue<string>()).Port);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-34")]
    public async Task GivenAWrongToken_WhenItIdentifies_ThenItIsClosedWith4004()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var identify = bot.Identify();
        identify["d"]!["token"] = "wrong";

        Assert.Equal(4004, await CloseCodeAfterAsync(discord, bot, identify.ToJsonString()));
    }

    [Theory]
    [InlineData("GW-18", 4003, """{"op":3,"d":{}}""")]
    [InlineData("GW-42", 4002, """{"op":"1"}""")]
    [InlineData("GW-42", 4002, """[]""")]
    [InlineData("GW-42", 4001, """{"op":99,"d":null}""")]
    public async Task GivenAConnection_WhenAWrongPayloadComes_ThenItIsClosedAndNamed(string rule, int code, string payload)
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);

        var closed = await CloseCodeAfterAsync(discord, bot, payload);

        Assert.Equal((code, rule), (closed, Assert.Single(discord.Violations).Rule.Id));
    }

    [Fact, Trait("Case", "GW-18")]
    public async Task GivenASession_WhenItIdentifiesAgain_ThenItIsClosedWith4005()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();

        await bot.SendFrameAsync(bot.Identify());
        await bot.ReceiveAsync();

        Assert.Equal((WebSocketCloseStatus)4005, bot.CloseCode);
        Assert.Equal("GW-18", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "GW-50")]
    public async Task GivenASession_WhenAPayloadIsTooLong_ThenItIsClosedWith4002()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();

        await bot.SendFrameAsync(new JsonObject { ["op"] = 3, ["d"] = new string('x', 4096) });
        await bot.ReceiveAsync();

        Assert.Equal((WebSocketCloseStatus)4002, bot.CloseCode);
        Assert.Equal("GW-50", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "GW-49")]
    public async Task GivenASession_When121PayloadsComeWithinAMinute_ThenItIsClosedWith4008()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = new FakeTimeProvider() }, Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();

        for (var i = 0; i < 120; i++)
        {
            await bot.SendTextAsync("""{"op":3,"d":{}}""");
        }

        await bot.ReceiveAsync();

        Assert.Equal((WebSocketCloseStatus)4008, bot.CloseCode);
        Assert.Equal("GW-49", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "GW-13")]
    public async Task GivenAZombie_WhenABeatFollowsOneWithoutAck_ThenItIsAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();
        discord.Faults.Zombie = true;

        await bot.SendTextAsync("""{"op":1,"d":1}""");
        await bot.SendTextAsync("""{"op":1,"d":1}""");
        await discord.Gateway.ReceivedAsync(1, Token, count: 2);
        await bot.CloseAsync(4000);
        await discord.Gateway.ClosedAsync(Token);

        Assert.Equal("GW-13", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "GW-22")]
    public async Task GivenOp7_WhenTheBotClosesWith1000_ThenItIsAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();
        await discord.Gateway.RequestReconnectAsync(Token);
        await bot.ReceiveAsync();

        await bot.CloseAsync(1000);
        await discord.Gateway.ClosedAsync(Token);

        Assert.Equal("GW-22", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "GW-27")]
    public async Task GivenEventsWhileItWasAway_WhenItResumes_ThenTheyComeInOrderAndThenResumed()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var first = new RawClient(discord);
        var ready = await first.IdentifyAsync();
        discord.Gateway.Cut();
        await discord.Gateway.ClosedAsync(Token);
        await discord.Gateway.DispatchAsync("ONE", null, Token);
        await discord.Gateway.DispatchAsync("TWO", null, Token);

        await using var second = new RawClient(discord);
        await second.ConnectAsync(ready["d"]!["resume_gateway_url"]!.GetValue<string>());
        await second.ReceiveAsync();
        await second.SendFrameAsync(Resume(discord, ready));
        var names = new[] { await second.ReceiveAsync(), await second.ReceiveAsync(), await second.ReceiveAsync() }.Select(frame =>
            $"{frame!["t"]} {frame["s"]}");

        Assert.Equal(["ONE 2", "TWO 3", "RESUMED 4"], names);
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "GW-25")]
    public async Task GivenASessionThatIsTooOld_WhenItResumes_ThenOp9SaysFalse()
    {
        var time = new FakeTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = time }, Token);
        await using var first = new RawClient(discord);
        var ready = await first.IdentifyAsync();
        discord.Gateway.Cut();
        await discord.Gateway.ClosedAsync(Token);
        time.Advance(TimeSpan.FromMinutes(6));

        await using var second = new RawClient(discord);
        await second.ConnectAsync(ready["d"]!["resume_gateway_url"]!.GetValue<string>());
        await second.ReceiveAsync();
        await second.SendFrameAsync(Resume(discord, ready));
        var answer = await second.ReceiveAsync();

        Assert.Equal((9, false), (answer!["op"]!.GetValue<int>(), answer["d"]!.GetValue<bool>()));
    }

    [Fact, Trait("Case", "GW-40")]
    public async Task GivenSplitFrames_WhenAnEventIsSent_ThenItArrivesWhole()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();
        discord.Faults.FramesAMessage = 5;

        await discord.Gateway.DispatchAsync("WORDS", JsonValue.Create("äöü漢字🎓"), Token);
        var frame = await bot.ReceiveAsync();

        Assert.Equal("äöü漢字🎓", frame!["d"]!.GetValue<string>());
    }

    private static JsonObject Resume(DiscordSimulator discord, JsonNode ready) => new()
    {
        ["op"] = 6,
        ["d"] = new JsonObject { ["token"] = discord.Token, ["session_id"] = ready["d"]!["session_id"]!.GetValue<string>(), ["seq"] = 1 },
    };

    private static async Task<int?> CloseCodeAfterAsync(DiscordSimulator discord, RawClient bot, string payload)
    {
        await bot.ConnectAsync($"ws://127.0.0.1:{discord.ApiBaseUrl.Port}");
        await bot.ReceiveAsync();
        await bot.SendTextAsync(payload);
        await bot.ReceiveAsync();
        return (int?)bot.CloseCode;
    }
}
