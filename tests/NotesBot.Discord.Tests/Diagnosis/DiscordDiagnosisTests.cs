using System.Globalization;
using NotesBot.Commands;
using NotesBot.Discord.Diagnosis;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Diagnosis;

public sealed class DiscordDiagnosisTests
{
    private const ulong OtherGuild = 175928847299117064;
    private const ulong ForeignGuild = 999999999999999999;
    private static readonly string Key = new('a', 64);

    private static CancellationToken Cancelled => TestLimit.Token;

    [Fact]
    public async Task GivenAHealthyBot_WhenItIsExamined_ThenAllIsFineAndNothingIsChanged()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord);
        var before = discord.Requests.Total;

        var findings = await ExamineAsync(discord);

        Assert.All(findings, finding => Assert.Equal(FindingState.Fine, finding.State));
        Assert.Equal(["application", "endpoint", "invitation", "commands", "gateway"], findings.Select(finding => finding.Check));
        Assert.Contains($"client_id={new SimulatorOptions().ApplicationId}", findings[2].Sentence, StringComparison.Ordinal);
        Assert.All(discord.Requests.Items.Skip((int)before), request => Assert.Equal("GET", request.Method));
        Assert.Empty(discord.Violations);
    }

    public static TheoryData<string, SimulatorOptions, string, string, string, string> Faults => new()
    {
        { "a token of another kind", new() { Token = "abcdefghijklmnop" }, "Discord:Token", "abcdefghijklmnop", "token", "three parts" },
        { "another application", new(), "Discord:ApplicationId", "42", "application", "not to 42" },
        { "a token of another application", new(), "Discord:ApplicationId", "43", "token", "not of 43" },
        { "an endpoint", new() { InteractionsEndpointUrl = "https://a.example/i" }, "", "", "endpoint", "General Information" },
        { "no scope for commands", new() { InstallScopes = ["bot"] }, "", "", "invitation", "applications.commands" },
        { "no install for people", new() { AllowsUserInstall = false }, "", "", "invitation", "User Install" },
        { "no commands", new(), "", "", "commands", "find are missing" },
        { "a server without the bot", new(), "Discord:GuildIds", $"{ForeignGuild}", "commands", "invite it with https://discord.com" },
        { "few sessions left", new() { SessionStartsRemaining = 3 }, "", "", "gateway", "Only 3 sessions" },
    };

    [Theory, MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task GivenAFault_WhenItIsExamined_ThenASentenceMendsIt(
        string fault, SimulatorOptions options, string key, string value, string check, string part)
    {
        await using var discord = await DiscordSimulator.StartAsync(options, Cancelled);

        var findings = await ExamineAsync(discord, (key, value));

        Assert.True(
            findings.Any(finding => finding.Check == check && finding.State != FindingState.Fine && finding.Sentence.Contains(part, StringComparison.Ordinal)),
            $"{fault}: {string.Join('\n', findings)}");
        Assert.DoesNotContain(findings, finding => finding.Sentence.Contains(options.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAWrongToken_WhenItIsExamined_ThenItAsksOnceAndSaysWhereToCopyIt()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);

        var findings = await ExamineAsync(discord, ("Discord:Token", "MTIzNDU2Nzg5MDEyMzQ1Njc4.a.wrong"));

        Assert.Equal(("token", FindingState.Fault), (findings[^1].Check, findings[^1].State));
        Assert.Contains("page Bot", findings[^1].Sentence, StringComparison.Ordinal);
        Assert.Equal(1, discord.Requests.Total);
    }

    [Fact]
    public async Task GivenCommandsEverywhereAndInAServer_WhenItIsExamined_ThenTheDoublesAreNamed()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await RegisterAsync(discord);
        var guild = ("Discord:GuildIds", OtherGuild.ToString(CultureInfo.InvariantCulture));
        await RegisterAsync(discord, guild);

        var findings = await ExamineAsync(discord, guild);

        Assert.Contains(findings, finding => finding is { Check: "commands", State: FindingState.Warning } && finding.Sentence.Contains("show twice"));
    }

    [Fact]
    public async Task GivenNobodyWhereTheApiIsSaidToBe_WhenItIsExamined_ThenTheAddressIsNamed()
    {
        var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        var address = discord.ApiBaseUrl.ToString();
        await discord.DisposeAsync();

        var findings = await ExamineAsync(null, ("Discord:ApiBaseUrl", address), ("Discord:Token", new SimulatorOptions().Token));

        Assert.Equal(("api", FindingState.Fault), (Assert.Single(findings).Check, findings[0].State));
        Assert.Contains(address, findings[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAGatewayThatRefuses_WhenItIsExamined_ThenTheFirewallIsNamed()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        discord.Faults.RefuseConnections = true;

        var findings = await ExamineAsync(discord);

        Assert.Contains(findings, finding => finding is { Check: "gateway", State: FindingState.Fault } && finding.Sentence.Contains("firewall"));
    }

    [Fact]
    public async Task GivenInteractionsOverHttp_WhenTheApplicationHasNoEndpointOrAnotherKey_ThenEachIsSaid()
    {
        await using var without = await DiscordSimulator.StartAsync(new SimulatorOptions(), Cancelled);
        await using var other = await DiscordSimulator.StartAsync(
            new SimulatorOptions { InteractionsEndpointUrl = "https://a.example/interactions" }, Cancelled);
        (string, string)[] http = [("Discord:Transport", "Http"), ("Discord:PublicKey", Key)];

        var lacking = await ExamineAsync(without, http);
        var wrong = await ExamineAsync(other, http);

        Assert.Contains(lacking, finding => finding is { Check: "endpoint", State: FindingState.Fault } && finding.Sentence.Contains("no Interactions Endpoint URL"));
        Assert.Contains(wrong, finding => finding is { Check: "endpoint", State: FindingState.Fault } && finding.Sentence.Contains("not the key"));
    }

    private static async Task RegisterAsync(DiscordSimulator discord, params (string Key, string Value)[] settings)
    {
        await using var kit = KitOf(discord, settings);
        await kit.Get<CommandRegistrar>().RegisterAsync(new SimulatorOptions().ApplicationId, Cancelled);
    }

    private static async Task<List<Finding>> ExamineAsync(DiscordSimulator? discord, params (string Key, string Value)[] settings)
    {
        await using var kit = KitOf(discord, settings);
        var findings = new List<Finding>();
        await foreach (var finding in kit.Get<DiscordDiagnosis>().ExamineAsync(Cancelled))
        {
            findings.Add(finding);
        }

        return findings;
    }

    private static BotKit KitOf(DiscordSimulator? discord, (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Discord:ApiBaseUrl"] = discord?.ApiBaseUrl.ToString(),
            ["Discord:Token"] = discord?.Token,
        };
        foreach (var (key, value) in settings.Where(setting => setting.Key.Length > 0))
        {
            all[key] = value;
        }

        return new BotKit(time: TimeProvider.System, settings: all);
    }
}
