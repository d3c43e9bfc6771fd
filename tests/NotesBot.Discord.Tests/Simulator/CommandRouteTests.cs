using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class CommandRouteTests
{
    private const string Find = """[{"name":"find","description":"d","name_localizations":{"de":"suche","fr":"cherche"}}]""";
    private static CancellationToken Token => TestLimit.Token;

    [Fact, Trait("Case", "RG-03")]
    public async Task GivenACommand_WhenItIsPutAgainWithAnotherDescription_ThenItKeepsItsIdAndIsNoCreate()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        var (_, first) = await bot.AsBotAsync(HttpMethod.Put, path, Find);

        var (_, second) = await bot.AsBotAsync(HttpMethod.Put, path, Find.Replace("\"d\"", "\"other\"", StringComparison.Ordinal));

        Assert.Equal(first![0]!["id"]!.GetValue<string>(), second![0]!["id"]!.GetValue<string>());
        Assert.Equal(1, discord.CommandCreates());
    }

    [Fact, Trait("Case", "RG-02")]
    public async Task GivenACommand_WhenItIsAskedWithoutLocalizations_ThenTheDictionariesAreLeftOut()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        await bot.AsBotAsync(HttpMethod.Put, path, Find);

        var (_, without) = await bot.AsBotAsync(HttpMethod.Get, path);
        var (_, with) = await bot.AsBotAsync(HttpMethod.Get, $"{path}?with_localizations=true");

        Assert.Null(without![0]!["name_localizations"]);
        Assert.Equal("suche", with![0]!["name_localizations"]!["de"]!.GetValue<string>());
    }

    [Fact, Trait("Case", "RG-22")]
    public async Task GivenTheCreatesOfADayAreUsed_WhenANewCommandComes_Then30034UntilTheNextDay()
    {
        var time = new FakeTimeProvider();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { TimeProvider = time, CommandCreatesADay = 1 },
            Token);
        await using var bot = new RawClient(discord);
        var path = $"/applications/{discord.ApplicationId}/commands";
        await bot.AsBotAsync(HttpMethod.Post, path, """{"name":"a","description":"d"}""");

        var (_, refused) = await bot.AsBotAsync(HttpMethod.Post, path, """{"name":"b","description":"d"}""");
        time.Advance(TimeSpan.FromHours(24));
        var (status, _) = await bot.AsBotAsync(HttpMethod.Post, path, """{"name":"b","description":"d"}""");

        Assert.Equal((30034, 201), (refused!["code"]!.GetValue<int>(), status));
    }

    [Fact, Trait("Case", "RG-19")]
    public async Task GivenAServer_WhenACommandWithContextsComes_ThenItIsRefused()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        var path = $"/applications/{discord.ApplicationId}/guilds/{Scene.GuildOfDefault}/commands";

        await bot.AsBotAsync(HttpMethod.Put, path, """[{"name":"find","description":"d","contexts":[0]}]""");

        Assert.Equal("RG-19", Assert.Single(discord.Violations).Rule.Id);
    }

    [Fact, Trait("Case", "RG-23")]
    public async Task GivenAServerThatTheBotIsNotIn_WhenCommandsCome_Then50001()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);

        var (status, body) = await bot.AsBotAsync(HttpMethod.Put, $"/applications/{discord.ApplicationId}/guilds/1/commands", "[]");

        Assert.Equal((403, 50001), (status, body!["code"]!.GetValue<int>()));
    }
}
