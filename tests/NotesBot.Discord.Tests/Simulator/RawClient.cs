using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Simulator;

/// <summary>The least that can talk to the stand-in, with every header under the test's control.</summary>
internal sealed class RawClient(DiscordSimulator discord) : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseCode => _socket.CloseStatus;

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? json, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, $"{discord.ApiBaseUrl}/v10{path}");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _http.SendAsync(request, TestLimit.Token);
        var text = await response.Content.ReadAsStringAsync(TestLimit.Token);
        return ((int)response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null);
    }

    public Task<(int Status, JsonNode? Body)> AsBotAsync(HttpMethod method, string path, string? json = null) =>
        SendAsync(method, path, json, $"Bot {discord.Token}");

    public Task<(int Status, JsonNode? Body)> AnswerAsync(SimulatedInteraction interaction, string json) =>
        SendAsync(HttpMethod.Post, $"/interactions/{interaction.Id}/{interaction.Token}/callback", json);

    public Task<(int Status, JsonNode? Body)> EditAsync(SimulatedInteraction interaction, string json) =>
        SendAsync(HttpMethod.Patch, $"/webhooks/{discord.ApplicationId}/{interaction.Token}/messages/@original", json);

    public Task<(int Status, JsonNode? Body)> FollowUpAsync(SimulatedInteraction interaction, string json) =>
        SendAsync(HttpMethod.Post, $"/webhooks/{discord.ApplicationId}/{interaction.Token}", json);

    public async Task ConnectAsync(string url)
    {
        await _socket.ConnectAsync(new Uri($"{url.TrimEnd('/')}/?v=10&encoding=json"), TestLimit.Token);
    }

    public async Task<JsonNode> IdentifyAsync()
    {
        var (_, gateway) = await AsBotAsync(HttpMethod.Get, "/gateway/bot");
        await ConnectAsync(gateway!["url"]!.GetValue<string>());
        await ReceiveAsync();
        await SendFrameAsync(Identify());
        return (await ReceiveAsync())!;
    }

    public JsonObject Identify() => new()
    {
        ["op"] = 2,
        ["d"] = new JsonObject
        {
            ["token"] = discord.Token,
            ["intents"] = 0,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" },
        },
    };

    public Task SendFrameAsync(JsonNode frame) => SendTextAsync(frame.ToJsonString());

    public Task SendTextAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestLimit.Token);

    /// <summary>The next message; <see langword="null"/> when the server closed.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), TestLimit.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonNode>(buffer.AsSpan(0, length));
            }
        }
    }

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, TestLimit.Token);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
