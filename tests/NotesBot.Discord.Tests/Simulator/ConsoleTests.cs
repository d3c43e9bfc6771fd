using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Console;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class ConsoleTests
{
    private const string Commands =
        """[{"name":"find","description":"d","options":[{"type":3,"name":"query","description":"d"},{"type":"""
        + """4,"name":"course","description":"d"}]}]""";

    private static CancellationToken Token => TestLimit.Token;

    [Fact]
    public async Task GivenAContainer_WhenItIsTheAnswer_ThenItIsDrawnAsAPhoneWould()
    {
        var shown = await TalkAsync("/find data drift\nquit", _ => """
            {"type":4,"data":{"flags":32832,"allowed_mentions":{"parse":[]},"components":[{"type":17,"components":[
            {"type":10,"content":"## Week 1\nA **bold** `word` and [a link](https://example.org/a)\n-# small"},
            {"type":14},
            {"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"n"},
            {"type":2,"style":5,"label":"Open","url":"https://example.org/b"}]}]}]}}
            """);

        Assert.Equal(
            """
            alice> /find data drift
            notesbot  only you can see this
            │ Week 1
            │ A bold word and a link↗1
            │ small
            │ ────────────────────────────────────────
            │ [Next] [Open ↗2]
            ↗1 https://example.org/a
            ↗2 https://example.org/b
            alice> quit

            """,
            shown);
    }

    [Fact]
    public async Task GivenAButton_WhenItIsPressedByItsLabel_ThenItsCustomIdArrivesAndTheMessageChanges()
    {
        var shown = await TalkAsync("/find a\npress next\nquit", frame => frame["type"]!.GetValue<int>() == 2
            ? """{"type":4,"data":{"content":"one","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":"""
                + """2,"style":1,"label":"Next","custom_id":"n"}]}]}}"""
            : $$$$"""{"type":7,"data":{"content":"pressed {{{{frame["data"]!["custom_id"]}}}}","components":[]"""
                + ""","allowed_mentions":{"parse":[]}}}""");

        Assert.Contains("pressed n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/find query:data drift course:1", "query=data drift course=1")]
    [InlineData("/find data drift", "query=data drift")]
    [InlineData("/find what is a:b course:2", "query=what is a:b course=2")]
    [InlineData("/find course:2", "course=2")]
    public async Task GivenASlashCommand_WhenItIsTyped_ThenItsOptionsAreFilledIn(string line, string expected)
    {
        var shown = await TalkAsync($"{line}\nquit", frame =>
        {
            var options = frame["data"]!["options"]!.AsArray().Select(option => $"{option!["name"]}={option["value"]}");
            return $$$$"""{"type":4,"data":{"content":"{{{{string.Join(' ', options)}}}}","allowed_mentions":{"parse":[]}}}""";
        });

        Assert.Contains($"\n{expected}\n", shown, StringComparison.Ordinal);
    }

    /// <summary>What the console shows when a bot answers each interaction by <paramref name="answer"/>.</summary>
    private static async Task<string> TalkAsync(string script, Func<JsonNode, string> answer)
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        await using var bot = new RawClient(discord);
        await bot.AsBotAsync(HttpMethod.Put, $"/applications/{discord.ApplicationId}/commands", Commands);
        await bot.IdentifyAsync();
        using var input = new StringReader(script);
        await using var output = new StringWriter { NewLine = "\n" };
        var talk = SimulatorConsole.RunAsync(discord, (input, output), 40, Token);
        foreach (var _ in script.Split('\n').Where(line => line != "quit"))
        {
            var frame = (await bot.ReceiveAsync())!["d"]!;
            await bot.SendAsync(HttpMethod.Post, $"/interactions/{frame["id"]}/{frame["token"]}/callback", answer(frame));
        }

        await talk;
        Assert.Empty(discord.Violations);
        return output.ToString();
    }
}
