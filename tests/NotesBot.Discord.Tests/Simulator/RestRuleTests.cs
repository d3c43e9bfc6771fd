using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class RestRuleTests
{
    private const string Hello = """{"type":4,"data":{"content":"hello","allowed_mentions":{"parse":[]}}}""";
    private const string Edit = """{"content":"late","allowed_mentions":{"parse":[]}}""";
    private static CancellationToken Token => TestLimit.Token;

    [Fact, Trait("Case", "RE-04")]
    public async Task GivenNoToken_WhenCommandsAreAsked_Then401()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);

        var (status, _) = await bot.SendAsync(HttpMethod.Get, "/gateway/bot", null);

        Assert.Equal((401, "RE-04"), (status, Assert.Single(discord.Violations).Rule.Id));
    }

    [Fact, Trait("Case", "RE-03")]
    public async Task GivenACallback_WhenItCarriesTheBotToken_ThenItIsAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);

        await bot.AsBotAsync(HttpMethod.Post, $"/interactions/{asked.Id}/{asked.Token}/callback", Hello);

        Assert.Equal("RE-03", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "RE-02")]
    public async Task GivenABodyThatIsNotJson_WhenItArrives_Then50109()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);

        var (_, body) = await bot.AnswerAsync(asked, "{");

        Assert.Equal(50109, body!["code"]!.GetValue<int>());
    }

    [Fact, Trait("Case", "RE-22")]
    public async Task GivenAWrongBody_WhenItArrives_ThenTheErrorsMirrorTheRequest()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);

        var (status, body) = await bot.AsBotAsync(HttpMethod.Put, $"/applications/{discord.ApplicationId}/commands",
            """[{"name":"find","description":""}]""");

        Assert.Equal((400, 50035), (status, body!["code"]!.GetValue<int>()));
        Assert.NotNull(body["errors"]!["0"]!["description"]!["_errors"]![0]!["code"]);
    }

    [Fact, Trait("Case", "IN-08")]
    public async Task GivenACommand_WhenTheAnswerComesAfterThreeSeconds_Then10062()
    {
        var time = new FakeTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = time }, Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        time.Advance(TimeSpan.FromSeconds(3.1));

        var (status, body) = await bot.AnswerAsync(asked, Hello);

        Assert.Equal((404, 10062), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact, Trait("Case", "IN-10")]
    public async Task GivenADeferral_WhenTheEditComesAfterFifteenMinutes_Then50027()
    {
        var time = new FakeTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = time }, Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        await bot.AnswerAsync(asked, """{"type":5}""");
        time.Advance(TimeSpan.FromMinutes(15.1));

        var (status, body) = await bot.EditAsync(asked, Edit);

        Assert.Equal((401, 50027), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact, Trait("Case", "IN-05")]
    public async Task GivenADeferral_WhenTheAnswerIsEdited_ThenItIsShownAndNoLongerLoading()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        await bot.AnswerAsync(asked, """{"type":5,"data":{"flags":64}}""");

        await bot.EditAsync(asked, Edit);
        var message = await asked.MessageAsync(Token);

        Assert.Equal(("late", false, true), (message.Text, message.IsLoading, message.IsEphemeral));
        Assert.Empty(discord.Violations);
    }

    [Theory]
    [InlineData("IN-22", 4, """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":[]}}}""")]
    [InlineData("IN-32", 2, """{"type":6}""")]
    [InlineData("IN-31", 5,
        """{"type":9,"data":{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4"""
        + ""","custom_id":"i","style":1}}]}}""")]
    public async Task GivenAnInteraction_WhenTheResponseDoesNotFit_ThenItIsRefused(string rule, int kind, string response)
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = discord.Create((InteractionKind)kind, [], new Scene());

        var (status, _) = await bot.AnswerAsync(asked, response);

        Assert.Equal((400, rule), (status, Assert.Single(discord.Violations).Rule.Id));
    }

    [Fact, Trait("Case", "IN-12")]
    public async Task GivenAUserInstall_WhenASixthFollowUpComes_Then40094()
    {
        var options = new SimulatorOptions
        {
            RateWindows = new Dictionary<string,
            RateWindow>
            { ["webhook-post"] = new("x", 0, TimeSpan.Zero) }
        };
        await using var discord = await DiscordSimulator.StartAsync(options, Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(Scene.AsUserInstall(Person.Bob), "find", [], Token);
        await bot.AnswerAsync(asked, Hello);
        for (var i = 0; i < 5; i++)
        {
            await bot.FollowUpAsync(asked, Edit);
        }

        var (status, body) = await bot.FollowUpAsync(asked, Edit);

        Assert.Equal((400, 40094), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact, Trait("Case", "RE-07")]
    public async Task GivenAnEmptyBucket_WhenItIsAskedAgainTooEarly_Then429AndAViolation()
    {
        var time = new FakeTimeProvider();
        var windows = new Dictionary<string, RateWindow> { ["user"] = new("u", 1, TimeSpan.FromSeconds(5)) };
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = time, RateWindows = windows },
            Token);
        await using var bot = new RawClient(discord);
        await bot.AsBotAsync(HttpMethod.Get, "/users/@me");

        var (early, _) = await bot.AsBotAsync(HttpMethod.Get, "/users/@me");
        time.Advance(TimeSpan.FromSeconds(5));
        var (late, _) = await bot.AsBotAsync(HttpMethod.Get, "/users/@me");

        Assert.Equal((429, 200), (early, late));
        Assert.Equal("RE-07", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "RE-20")]
    public async Task GivenACallbackWhoseAnswerGotLost_WhenItIsRepeated_Then40060AndNoViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        discord.Faults.Add(RestFault.CutAfterReceiving() with { Route = "callback" });
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => bot.AnswerAsync(asked, Hello));

        var (_, body) = await bot.AnswerAsync(asked, Hello);

        Assert.Equal(40060, body!["code"]!.GetValue<int>());
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "IN-01")]
    public async Task GivenACallbackThatHangs_WhenWhatFollowsIsSent_ThenItIsNoViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        discord.Faults.Add(RestFault.Hang() with { Route = "callback" });
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        var hanging = bot.AnswerAsync(asked, Hello);
        await discord.Requests.FirstAsync(_ => true, Token);

        var (status, _) = await bot.EditAsync(asked, Edit);

        Assert.Equal((404, false), (status, hanging.IsCompleted));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "IN-01")]
    public async Task GivenNoCallback_WhenWhatFollowsIsSent_ThenItIsAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);

        var (status, _) = await bot.EditAsync(asked, Edit);

        Assert.Equal((404, "IN-01"), (status, Assert.Single(discord.Violations).Rule.Id));
    }

    [Fact, Trait("Case", "MC-24")]
    public async Task GivenAClassicMessage_WhenAnEditTurnsItToV2WithoutClearing_ThenItIsRefused()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        await bot.AnswerAsync(asked, Hello);

        var (status, _) = await bot.EditAsync(asked,
            """{"flags":32768,"components":[{"type":10,"content":"a"}],"allowed_mentions":{"parse":[]}}""");

        Assert.Equal((400, "MC-24"), (status, discord.Violations[0].Rule.Id));
    }
}
