using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Http;

namespace NotesBot.Tests.Running;

/// <summary>The pages that the program serves, called as Discord, proxies and strangers do.</summary>
public sealed class EndpointTests
{
    private const string Path = "/bots/notes/interactions";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Case", "HE-13"), Trait("Case", "HE-21")]
    public async Task GivenAPathBehindAProxy_WhenCalled_ThenOnlySignedPostsThereAreAnsweredWhateverTheProxyAdds()
    {
        using var key = SigningKey.Create();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { PublicKey = key.PublicKey }, Token);
        using var disk = NotesOnDisk.WithCourse();
        var (port, healthPort) = (RunningBot.FreePort(), RunningBot.FreePort());
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var health = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{healthPort}") };
        await using var bot = RunningBot.Start(
            disk,
            discord,
            ("Discord__Transport", "Http"),
            ("Discord__PublicKey", key.PublicKey),
            ("Discord__InteractionsPath", Path),
            ("Discord__Port", $"{port}"),
            ("Health__Port", $"{healthPort}"),
            ("Health__Metrics", "true"));
        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(health, "/health/live") == HttpStatusCode.OK, () => bot.Output);
        var ping = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(discord.Create(InteractionKind.Ping, null, new Scene()).Payload);
        var signature = key.SignRequest("1700000000", ping);
        (string, string)[] proxy =
        [
            ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/elsewhere"),
            ("X-Original-URL", "/admin"), ("X-Rewrite-URL", "/admin"), ("X-HTTP-Method-Override", "GET"),
        ];

        var signed = await PostAsync(
            http, ping, [("X-Signature-Ed25519", signature), ("X-Signature-Timestamp", "1700000000"), .. proxy]);
        var vouched = await PostAsync(
            http,
            ping,
            [
                ("X-Forwarded-Signature-Ed25519", signature), ("X-Forwarded-Signature-Timestamp", "1700000000"),
                ("X-Original-X-Signature-Ed25519", signature), ("X-Signature-Verified", "true"), .. proxy,
            ]);

        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), signed);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), vouched);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await SendAsync(http, HttpMethod.Get, Path));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await SendAsync(http, HttpMethod.Put, Path));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await SendAsync(http, HttpMethod.Delete, Path));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(http, HttpMethod.Post, "/interactions"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(http, HttpMethod.Post, Path + "/more"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(http, HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(http, HttpMethod.Get, "/health/live"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(http, HttpMethod.Get, "/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(health, HttpMethod.Post, Path));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(health, HttpMethod.Get, "/metrics"));
        Assert.Empty(discord.Violations);
    }

    [Fact, Trait("Case", "HE-22")]
    public async Task GivenNotesThatCannotBeReadYet_WhenAskedForHealth_ThenTheBotIsNotReadyUntilTheyAreIndexedAndSaysNothingElse()
    {
        using var key = SigningKey.Create();
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions { PublicKey = key.PublicKey }, Token);
        using var disk = NotesOnDisk.WithCourse();
        var port = RunningBot.FreePort();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        disk.BeginIndex();
        var blocked = disk.BlockIndex();
        await using var bot = RunningBot.Start(
            disk,
            discord,
            ("Discord__Transport", "Http"),
            ("Discord__PublicKey", key.PublicKey),
            ("Discord__Port", $"{RunningBot.FreePort()}"),
            ("Health__Port", $"{port}"));
        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/live") == HttpStatusCode.OK, () => bot.Output);
        await Eventually.TrueAsync(() => bot.Output.Contains("could not be refreshed", StringComparison.Ordinal), () => bot.Output);

        var before = await RunningBot.StatusAsync(http, "/health/ready");
        blocked.Dispose();
        disk.Write("more.md", "# More\n\nNow there is room.\n");
        await Eventually.TrueAsync(async () => await RunningBot.StatusAsync(http, "/health/ready") == HttpStatusCode.OK, () => bot.Output);
        var body = await http.GetStringAsync("/health/ready", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, before);
        Assert.Empty(body);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        HttpClient http, byte[] body, IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }
}
