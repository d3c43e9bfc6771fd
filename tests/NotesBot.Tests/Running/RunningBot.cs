using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

/// <summary>The built program as a bot of the simulator, and ways to ask it.</summary>
internal static class RunningBot
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts it with the simulator as its Discord, and environment variables over that.</summary>
    public static RunningProgram Start(NotesOnDisk disk, DiscordSimulator discord, params (string, string)[] environment) =>
        RunningProgram.Start(
            disk, ["run"], [("Discord__ApiBaseUrl", discord.ApiBaseUrl.ToString()), ("Discord__Token", discord.Token), .. environment]);

    /// <summary>Bob asks for a word in a server.</summary>
    public static Task<SimulatedInteraction> FindAsync(DiscordSimulator discord, string query) =>
        discord.CommandAsync(Scene.InGuild(Person.Bob), "find", [new OptionValue("query", query)], Token);

    /// <summary>Whether an answer to a question holds these words. While nobody is connected, there is none.</summary>
    public static async Task<bool> AnswersAsync(DiscordSimulator discord, string query, string words)
    {
        var asked = await FindAsync(discord, query);
        return asked.WasDispatched && (await asked.MessageAsync(Token)).Text.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>The data of <c>/find</c>, for what is not sent over the gateway.</summary>
    public static JsonObject FindCommand(string query) => new()
    {
        ["id"] = "1",
        ["name"] = "find",
        ["type"] = 1,
        ["options"] = new JsonArray(new JsonObject { ["name"] = "query", ["type"] = 3, ["value"] = query }),
    };

    /// <summary>Status of a page; <see langword="null"/> while nobody listens.</summary>
    public static async Task<HttpStatusCode?> StatusAsync(HttpClient http, string path)
    {
        try
        {
            using var response = await http.GetAsync(path, Token);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }

    /// <summary>A port that is free now: the program is told its port, so that it cannot be 0.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
