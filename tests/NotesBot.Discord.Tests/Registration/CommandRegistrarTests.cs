using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Commands.About;
using NotesBot.Commands.Find;
using NotesBot.Commands.Syllabi;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Tests.Rest;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Discord.Tests.Registration;

public sealed class CommandRegistrarTests
{
    private const ulong OtherGuild = 175928847299117064;

    private static readonly ICommand[] Two =
    [
        new NamedCommand(
            "find", CommandKind.Slash, new TextOption("query", Text("Words", "Wörter"), 200) { Required = true, Completes = true,
            NameLocalizations = new Dictionary<string, string> { ["de"] = "frage" } },
                new FlagOption("private", Text("Only you", "Nur du"))),
        new NamedCommand("Find in notes", CommandKind.Message),
    ];

    private static CancellationToken Cancelled => TestLimit.Token;

    [Fact, Trait("Case", "RG-01"), Trait("Case", "RG-29"), Trait("Case", "RG-30")]
    public async Task GivenNoCommands_WhenTheBotStarts_ThenOnePutCreatesAll()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);

        await RegisterAsync(discord, Two);

        Assert.Equal((1, 2), (Puts(discord), discord.CommandCreates()));
        Assert.Equal(["find", "Find in notes"], discord.Commands().Select(command => command["name"]!.GetValue<string>()));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "RG-30"), Trait("Case", "RG-14")]
    public async Task GivenTheCommandsOfNotesBot_WhenTheyAreRegistered_ThenNoRuleIsBroken()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        var context = new CommandContext(new NoNotes(), _ => null, TimeProvider.System, "1.0");
        ICommand[] asked =
        [
            new FindCommand(context), new SyllabusCommand(context), new FindMessageCommand(context), new NotesCommand(context),
        ];

        await RegisterAsync(discord, [.. asked, new HelpCommand([.. asked.Select(command => command.Definition)], context)]);

        var set = CommandSet.Create(context, NullLogger<CommandSet>.Instance, new Random(1));
        Assert.Equal(set.Definitions.Select(command => command.Name), Names(discord));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "RG-02"), Trait("Case", "RG-04")]
    public async Task GivenTheSameCommands_WhenTheBotStartsAgain_ThenItAsksWithLanguagesAndPutsNothing()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, Two);

        await RegisterAsync(discord, Two);

        Assert.Equal(1, Puts(discord));
        Assert.All(discord.Requests.Items.Where(request => request.Method == "GET"),
            request => Assert.EndsWith("?with_localizations=true", request.Path, StringComparison.Ordinal));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "RG-03")]
    public async Task GivenAChangedDescription_WhenTheBotStarts_ThenOnePutCreatesNothing()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, Two);
        var ids = discord.Commands().Select(command => command["id"]!.GetValue<string>()).ToList();

        await RegisterAsync(
            discord, [new NamedCommand("find") { Definition = Two[0].Definition with { Description = Text("New", "Neu") } }, Two[1]]);

        Assert.Equal((2, 2), (Puts(discord), discord.CommandCreates()));
        Assert.Equal(ids, discord.Commands().Select(command => command["id"]!.GetValue<string>()));
    }

    [Fact, Trait("Case", "RG-05")]
    public async Task GivenACommandOfAFormerVersion_WhenTheBotStarts_ThenItIsGoneAndTheLogNamesIt()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, [.. Two, new NamedCommand("former")]);

        var log = await RegisterAsync(discord, Two);

        Assert.Equal(2, discord.Commands().Count);
        Assert.Contains("removed former", log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "RG-22")]
    public async Task GivenAllCreatesUsedUp_WhenTheBotStarts_ThenALineSaysWhenToTryAgain()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { CommandCreatesADay = 0 }, Cancelled);

        var log = await RegisterAsync(discord, Two);

        Assert.Single(log.Lines,
            line => line.Contains(" 4205 ", StringComparison.Ordinal) && line.Contains("start again after 2026", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "RG-23")]
    public async Task GivenAServerWithoutTheBot_WhenItStarts_ThenALineNamesItAndTheOthersGoOn()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);

        var log = await RegisterAsync(discord, Two, $"999, {OtherGuild}");

        Assert.Contains(log.Lines,
            line => line.Contains("server 999", StringComparison.Ordinal) && line.Contains("client_id=", StringComparison.Ordinal));
        Assert.Equal(2, discord.Commands(OtherGuild).Count);
    }

    [Fact, Trait("Case", "RG-24")]
    public async Task GivenAFormError_WhenTheBotStarts_ThenOneLineHasPathAndCode()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        discord.Faults.Add(RestFault.Answer(400, System.Text.Json.Nodes.JsonNode.Parse(
            """{"code":50035,"message":"Invalid Form Body","errors":{"0":{"name":{"_errors":["""
            + """{"code":"BASE_TYPE_REQUIRED","message":"x"}]}}}}"""),
            new Dictionary<string, string>()) with
        { Route = "commands-put" });

        var log = await RegisterAsync(discord, Two);

        Assert.Single(log.Lines, line =>
            line.Contains(" 4204 ", StringComparison.Ordinal) && line.Contains("0.name BASE_TYPE_REQUIRED", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "RG-25")]
    public async Task GivenAnotherApplication_WhenItsCommandsAreRefused_ThenTheBotStopsWithASentence()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await using var kit = Kit(discord, Two, null);

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => kit.Get<CommandRegistrar>().RegisterAsync(77, Cancelled));

        Assert.Contains("77", stopped.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "RG-25")]
    public async Task GivenAConfiguredApplicationIdThatIsWrong_WhenTheBotStarts_ThenItStopsWithASentence()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await using var kit = Kit(discord, Two, null, more: ("Discord:ApplicationId", "77"));

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => kit.Get<ApplicationSetup>().RunAsync(Cancelled));

        Assert.Contains("not to 77", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(0, Puts(discord));
    }

    [Fact, Trait("Case", "HE-20")]
    public async Task GivenAnInteractionsEndpoint_WhenTheBotStartsOverTheGateway_ThenItStopsWithASentence()
    {
        await using var discord =
            await DiscordSimulator.StartAsync(new SimulatorOptions { InteractionsEndpointUrl = "https://x.example/" }, Cancelled);
        await using var kit = Kit(discord, Two, null);

        var stopped = await Assert.ThrowsAsync<TransportStoppedException>(() => kit.Get<ApplicationSetup>().RunAsync(Cancelled));

        Assert.Contains("no interaction would arrive", stopped.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "RG-26"), Trait("Case", "RG-19")]
    public async Task GivenServers_WhenTheBotStarts_ThenCommandsGoThereOnlyAndDoublesAreNamed()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, [Two[0], new NamedCommand("other")]);

        var log = await RegisterAsync(discord, Two, $"{Scene.GuildOfDefault};{OtherGuild}");

        Assert.Equal(
            (2, 2, 2), (discord.Commands().Count, discord.Commands(Scene.GuildOfDefault).Count, discord.Commands(OtherGuild).Count));
        Assert.Single(log.Lines, line => line.Contains("see find twice", StringComparison.Ordinal));
        Assert.Empty(discord.Violations);
    }

    [Theory, Trait("Case", "RG-31")]
    [InlineData(null), InlineData("175928847299117064")]
    public async Task GivenAServerThatIsNamedNoMore_WhenTheBotStarts_ThenOurCommandsAreTakenAwayThereAndThoseOfOthersStay(string? named)
    {
        var folder = Directory.CreateTempSubdirectory("notesbot-").FullName;
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, Two, $"{Scene.GuildOfDefault}, {OtherGuild}", folder);
        await RegisterOfOthersAsync(discord, Scene.GuildOfDefault);

        var log = await RegisterAsync(discord, Two, named, folder);

        Assert.Equal(["theirs"], discord.Commands(Scene.GuildOfDefault).Select(command => command["name"]!.GetValue<string>()));
        Assert.Equal(named is null ? 0 : 2, discord.Commands(OtherGuild).Count);
        Assert.Single(log.Lines, line => line.Contains(" 4211 ", StringComparison.Ordinal)
            && line.Contains($"{Scene.GuildOfDefault}", StringComparison.Ordinal));
        Assert.Empty(discord.Violations);
        Directory.Delete(folder, recursive: true);
    }

    [Theory, Trait("Case", "RG-32")]
    [InlineData(403, 50001), InlineData(404, 10004)]
    public async Task GivenAServerThatWeLeft_WhenItIsNamedNoMore_ThenItIsForgottenWithOneLine(int status, int code)
    {
        var folder = Directory.CreateTempSubdirectory("notesbot-").FullName;
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord, Two, $"{OtherGuild}", folder);
        await using var kit = Kit(discord, Two, null, folder);
        discord.Faults.Add(RestFault.Slow(TimeSpan.Zero) with { Route = "commands-get" });
        discord.Faults.Add(RestFault.Error(status, code, "gone") with { Route = "commands-get" });

        Assert.True(await kit.Get<CommandRegistrar>().RegisterAsync(discord.ApplicationId, Cancelled));

        Assert.Single(kit.Log.Lines, line => line.Contains(" 4212 ", StringComparison.Ordinal));
        Assert.Empty(kit.Get<GuildMemory>().Of(discord.ApplicationId));
        Assert.Equal(2, discord.Commands().Count);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task GivenAnApplication_WhenTheBotStarts_ThenTheLogSaysWhoItIsAndHowToInviteIt()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await using var kit = Kit(discord, Two, null);

        await kit.Get<ApplicationSetup>().RunAsync(Cancelled);

        var line = Assert.Single(kit.Log.Lines, line => line.Contains(" 4214 ", StringComparison.Ordinal));
        Assert.Matches("Information .*notesbot .*in about 2 servers, installed by about 0 people; invite with https://discord.com/", line);
    }

    [Fact, Trait("Case", "RG-27")]
    public async Task GivenTwoProcesses_WhenBothRegisterAtOnce_ThenNothingIsDeletedAndMadeAnew()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);

        await Task.WhenAll(RegisterAsync(discord, Two), RegisterAsync(discord, Two));

        Assert.Equal((2, 2), (discord.Commands().Count, discord.CommandCreates()));
        Assert.DoesNotContain(discord.Requests.Items, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task GivenCommandsThatBreakARule_WhenTheBotStarts_ThenNothingIsSentAndTheLogSaysWhich()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);

        var log = await RegisterAsync(discord, [new NamedCommand("Find")]);

        Assert.Empty(discord.Requests.Items);
        Assert.Contains("Command “Find”", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenDiscordAway_WhenTheBotStarts_ThenRegistrationIsToBeTriedAgain()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        discord.Faults.Add(RestFault.Plain(404, "<html>") with { Route = "commands-get" });
        discord.Faults.Add(RestFault.RateLimited("user", TimeSpan.FromHours(2)) with { Route = "commands-get" });
        await using var kit = Kit(discord, Two, null);
        var registrar = kit.Get<CommandRegistrar>();

        Assert.True(await registrar.RegisterAsync(discord.ApplicationId, Cancelled));
        Assert.False(await registrar.RegisterAsync(discord.ApplicationId, Cancelled));
    }

    private static async Task RegisterOfOthersAsync(DiscordSimulator discord, ulong guild)
    {
        await using var kit = Kit(discord, Two, null);
        var client = kit.Get<RestClient>();
        var route = new CommandScope(discord.ApplicationId, guild).Route(HttpMethod.Post, "");
        var call = new RestCall(route, client.DeadlineIn(TimeSpan.FromMinutes(1)), TimeSpan.FromMinutes(1))
        {
            Content = () => BodyContent.Json("""{"name":"theirs","description":"x"}"""u8.ToArray()),
        };
        Assert.True((await client.SendAsync(call, Cancelled)).IsSuccess);
    }

    private static IEnumerable<string> Names(DiscordSimulator discord) =>
        discord.Commands().Select(command => command["name"]!.GetValue<string>());

    private static async Task<CollectedLog> RegisterAsync(
        DiscordSimulator discord, IReadOnlyList<ICommand> commands, string? guilds = null, string? folder = null)
    {
        await using var kit = Kit(discord, commands, guilds, folder);
        await kit.Get<CommandRegistrar>().RegisterAsync(discord.ApplicationId, Cancelled);
        return kit.Log;
    }

    private static BotKit Kit(
        DiscordSimulator discord, IReadOnlyList<ICommand> commands, string? guilds, string? folder = null,
        params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
            ["Discord:Token"] = discord.Token,
            ["Discord:GuildIds"] = guilds,
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return new BotKit(settings: settings, folder: folder, commands: commands);
    }

    private static Localized Text(string english, string german) => new(english, new Dictionary<string, string> { ["de"] = german });

    private static int Puts(DiscordSimulator discord) => discord.Requests.Items.Count(request => request.Method == "PUT");
}

/// <summary>An index that is not there.</summary>
internal sealed class NoNotes : IPassageSearcher
{
    public LibraryState Library => throw Missing;

    private static IndexUnavailableException Missing => new("There is no index.");

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw Missing;

    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => throw Missing;

    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) => throw Missing;

    public IReadOnlyList<Passage> Read(string path, int first, int count) => throw Missing;

    public IReadOnlyList<Passage> Browse(int course, int? week, int count) => throw Missing;

    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => throw Missing;
}
