using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class AnsweringTests
{
    private const string Hello = """{"type":4,"data":{"content":"hello","allowed_mentions":{"parse":[]}}}""";
    private static CancellationToken Token => TestLimit.Token;

    [Fact, Trait("Case", "IN-01")]
    public async Task GivenACommand_WhenItIsAnsweredRightly_ThenTheMessageIsThereAndNoRuleIsBroken()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.IdentifyAsync();

        var asked = await discord.CommandAsync(new Scene(), "find", [new OptionValue("query", "data drift")], Token);
        var frame = await bot.ReceiveAsync();
        var (status, _) = await bot.AnswerAsync(asked, Hello);
        var message = await asked.MessageAsync(Token);

        Assert.Equal("INTERACTION_CREATE", frame!["t"]!.GetValue<string>());
        Assert.Equal((204, "hello"), (status, message.Text));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "IN-09")]
    public async Task GivenAnAnsweredCommand_WhenItIsAnsweredAgain_Then40060AndAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);
        await bot.AnswerAsync(asked, Hello);

        var (status, body) = await bot.AnswerAsync(asked, Hello);

        Assert.Equal((400, 40060), (status, body!["code"]!.GetValue<int>()));
        Assert.Equal("IN-01", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "MC-26")]
    public async Task GivenACommand_WhenTheAnswerLacksAllowedMentions_ThenItGoesThroughAndIsAViolation()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var asked = await discord.CommandAsync(new Scene(), "find", [], Token);

        var (status, _) = await bot.AnswerAsync(asked, """{"type":4,"data":{"content":"hello"}}""");

        Assert.Equal(204, status);
        Assert.Equal("MC-26", Assert.Single(discord.Violations).Rule.Id);
    }
}
