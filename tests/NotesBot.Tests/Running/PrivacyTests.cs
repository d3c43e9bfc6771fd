using System.Net;
using System.Net.Sockets;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Tests.Running;

/// <summary>What the bot keeps to itself, and whom it never calls.</summary>
public sealed class PrivacyTests
{
    private const string Secret = "quetzalcoatl";
    private static readonly Person Asker = new(80351110224678999, "xiuhtecuhtli");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Case", "SA-22"), Trait("Case", "SA-29"), Trait("Case", "RE-32")]
    public async Task GivenTheLogAtTrace_WhenPeopleUseAllThereIs_ThenItHoldsNoneOfTheirWordsNamesAndTokens()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        await using var bot = RunningBot.Start(
            disk,
            discord,
            ("Logging__LogLevel__Default", "Trace"),
            ("Logging__LogLevel__Microsoft", "Trace"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
            ("Logging__LogLevel__System", "Trace"));
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "canary", "small share"), () => bot.Output);

        await UseAllAsync(discord, Scene.InGuild(Asker));
        await discord.Gateway.RequestReconnectAsync(Token);
        await discord.Gateway.ResumedAsync(Token);
        discord.Faults.Add(RestFault.Error(400, 50035, $"Invalid text \"{Secret}\"") with { Route = "callback" });
        await discord.CommandAsync(Scene.InGuild(Asker), "find", [new OptionValue("query", Secret)], Token);
        await Eventually.TrueAsync(() => bot.Output.Contains("was refused", StringComparison.Ordinal), () => bot.Output);

        await bot.SignalAsync("TERM");
        var log = await bot.EndAsync() is var ended ? ended.Output + ended.Errors : "";
        Assert.Contains("dbug: ", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Asker.Name, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(discord.Token, log, StringComparison.Ordinal);
        Assert.All(discord.Interactions, asked => Assert.DoesNotContain(asked.Token, log, StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "SA-21")]
    public async Task GivenNotesFullOfAddresses_WhenIndexedAndQuoted_ThenNothingIsFetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = NotesOnDisk.WithCourse();
        disk.Write("zebra.md", $"""
            ---
            cover: {address}/cover.png
            ---
            # Zebra

            A zebra ![picture]({address}/a.png) crosses [here]({address}/b), <{address}/c> and {address}/d.

            <img src="{address}/e.png"><iframe src="{address}/f"></iframe>

            ![[{address}/g.png]] [ref]: {address}/h
            """);
        disk.Write("stripes.html", $"""
            <html><head><link rel="stylesheet" href="{address}/i.css"><script src="{address}/j.js"></script><base href="{address}"></head>
            <body><h1>Zebra</h1><p>A zebra <img src="{address}/k.png"> <a href="{address}/l">runs</a>.</p><object data="{address}/m"></object></body></html>
            """);
        disk.Write("zebra.ipynb", $$"""{"cells": [{"cell_type": "markdown", "source": "# Zebra\n\nA zebra ![n]({{address}}/n.png) sleeps."}]}""");

        var index = await ProgramHere.RunAsync(disk, "index");
        await using var bot = RunningBot.Start(disk, discord);
        await discord.Gateway.ReadyAsync(Token);
        await Eventually.TrueAsync(() => RunningBot.AnswersAsync(discord, "zebra", "zebra"), () => bot.Output);

        Assert.Contains(" of 6 notes; ", index.Output, StringComparison.Ordinal);
        Assert.False(listener.Pending());
        Assert.Empty(discord.Violations);
    }

    private static async Task UseAllAsync(DiscordSimulator discord, Scene scene)
    {
        OptionValue[] query = [new OptionValue("query", Secret)];
        var typed = await discord.AutocompleteAsync(scene, "find", [new OptionValue("query", Secret) { IsFocused = true }], Token);
        await typed.CallbackAsync(Token);
        var found = await discord.CommandAsync(scene, "find", query, Token);
        await found.MessageAsync(Token);
        var target = await discord.CommandAsync(scene, "find", [new OptionValue("query", "canary")], Token);
        var message = await target.MessageAsync(Token);
        var form = await discord.PressAsync(scene, message, "Not what I meant", Token);
        var sent = await discord.SubmitAsync(scene, form, new Dictionary<string, string> { ["query"] = Secret }, Token);
        await sent.MessageAsync(Token);
        var command = await discord.CommandAsync(scene, Secret, query, Token);
        await command.CallbackAsync(Token);
    }
}
