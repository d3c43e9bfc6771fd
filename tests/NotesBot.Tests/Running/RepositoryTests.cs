using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NotesBot.Discord.Simulator;
using NotesBot.Notes.Tests.Sources;

namespace NotesBot.Tests.Running;

public sealed class RepositoryTests
{
    private const string Secret = "hook-secret";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly byte[] Body = "{\"ref\":\"refs/heads/main\"}"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenARepository_WhenIndexedAndPushedTo_ThenTheIndexFollowsItsCommits()
    {
        using var disk = new NotesOnDisk();
        using var remote = new RemoteRepository(Path.Combine(disk.Root, "remote.git"));
        remote.Push("course1/week1/a.md", "# Canary\n\nA canary release sends a small share.\n");
        remote.Push("b.md", "# Drift\n\nData drift moves the inputs.\n");
        var first = await ProgramHere.RunAsync(disk, "index", "--notes", remote.Path);
        remote.Push("main", new Dictionary<string, string?> { ["b.md"] = null, ["c.md"] = "# Drift\n\nData drift moves the inputs.\n" });

        var second = await ProgramHere.RunAsync(disk, "index", "--notes", remote.Path);
        var found = await Find.AskAsync(disk, "data drift", "--notes", remote.Path);
        var notes = await ProgramHere.RunAsync(disk, "index", "--notes", remote.Path);

        Assert.Contains("2 notes; 2 read, 0 removed", first.Output, StringComparison.Ordinal);
        Assert.Contains("2 notes; 1 read, 1 removed", second.Output, StringComparison.Ordinal);
        Assert.Contains("2 notes; 0 read, 0 removed", notes.Output, StringComparison.Ordinal);
        Assert.Equal("c.md", found.Results[0].Path);
    }

    [Fact]
    public async Task GivenARepositoryThatIsGone_WhenIndexedAgain_ThenTheLastGoodNotesAnswerAndOneSentenceSaysSo()
    {
        using var disk = new NotesOnDisk();
        using var remote = new RemoteRepository(Path.Combine(disk.Root, "remote.git"));
        remote.Push("a.md", "# Canary\n\nA canary release sends a small share.\n");
        var url = "file://" + remote.Path;
        await ProgramHere.RunAsync(disk, "index", "--notes", url);
        Directory.Move(remote.Path, remote.Path + ".away");

        var again = await ProgramHere.RunAsync(disk, "index", "--notes", url);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("1 notes; 0 read, 0 removed", again.Output, StringComparison.Ordinal);
        Assert.StartsWith("The notes could not be fetched, so the last good ones answer.", Assert.Single(again.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenABotOverARepository_WhenItsHostCalls_ThenTheAnswersFollowAtOnce()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = new NotesOnDisk();
        using var remote = new RemoteRepository(Path.Combine(disk.Root, "remote.git"));
        remote.Push("a.md", "# Canary\n\nA canary release sends a small share.\n");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
        await using var bot = Start(disk, discord, http, ("Notes__HookSecret", Secret));
        await Eventually.TrueAsync(() => AnswersAsync(discord, "find", "small share"), () => bot.Output);
        var commit = remote.Push("a.md", "# Canary\n\nA canary sings in the coal mine.\n");

        var wrong = await CallAsync(http, ("X-Hub-Signature-256", "sha256=" + new string('0', 64)));
        var bare = await CallAsync(http);
        var right = await CallAsync(http, ("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body))));
        using var read = await http.GetAsync(new Uri("/hooks/notes", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (wrong, bare, right));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, read.StatusCode);
        await Eventually.TrueAsync(() => AnswersAsync(discord, "find", "coal mine"), () => bot.Output);
        await Eventually.TrueAsync(() => AnswersAsync(discord, "notes", commit[..7]), () => bot.Output);
        Assert.DoesNotContain(Secret, bot.Output + bot.Errors, StringComparison.Ordinal);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task GivenAHookOfGitLab_WhenItCalls_ThenItsTokenProvesIt()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = new NotesOnDisk();
        using var remote = new RemoteRepository(Path.Combine(disk.Root, "remote.git"));
        remote.Push("a.md", "# Canary\n\nA canary release sends a small share.\n");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
        await using var bot = Start(disk, discord, http, ("Notes__HookSecretFile", disk.WriteBeside("secret", Secret + "\n")));
        await Eventually.TrueAsync(() => AnswersAsync(discord, "find", "small share"), () => bot.Output);

        Assert.Equal(HttpStatusCode.Accepted, await CallAsync(http, ("X-Gitlab-Token", Secret)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(http, ("X-Gitlab-Token", "another")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await CallAsync(http, new byte[(25 << 20) + 1]));
    }

    [Fact]
    public async Task GivenNoSecret_WhenAHookCalls_ThenThereIsNoSuchPage()
    {
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token);
        using var disk = new NotesOnDisk();
        using var remote = new RemoteRepository(Path.Combine(disk.Root, "remote.git"));
        remote.Push("a.md", "# Canary\n\nA canary release sends a small share.\n");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
        await using var bot = Start(disk, discord, http);
        await Eventually.TrueAsync(() => AnswersAsync(discord, "find", "small share"), () => bot.Output);

        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(http, ("X-Gitlab-Token", "")));
    }

    private static RunningProgram Start(NotesOnDisk disk, DiscordSimulator discord, HttpClient http, params (string, string)[] environment) =>
        RunningProgram.Start(
            disk,
            ["run", "--notes", "remote.git"],
            [
                ("Discord__ApiBaseUrl", discord.ApiBaseUrl.ToString()), ("Discord__Token", discord.Token),
                ("Health__Port", $"{http.BaseAddress!.Port}"), .. environment,
            ]);

    private static async Task<bool> AnswersAsync(DiscordSimulator discord, string command, string words)
    {
        OptionValue[] options = command == "find" ? [new OptionValue("query", "canary")] : [];
        var asked = await discord.CommandAsync(Scene.InGuild(Person.Bob), command, options, Token);
        try
        {
            return asked.WasDispatched && (await asked.MessageAsync(Token).WaitAsync(Patience, TimeProvider.System, Token)).Text.Contains(words, StringComparison.Ordinal);
        }
        catch (TimeoutException)
        {
            // A machine so busy that the bot could not answer in time: it is asked again.
            return false;
        }
    }

    private static Task<HttpStatusCode> CallAsync(HttpClient http, params (string Name, string Value)[] headers) => CallAsync(http, Body, headers);

    private static async Task<HttpStatusCode> CallAsync(HttpClient http, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hooks/notes", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature", "sha256=" + new string('0', 64));
        request.Headers.ExpectContinue = body.Length > Body.Length;
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }

    // The program is told its port, so that it cannot be 0.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
