using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

// Connects, identifies, answers each interaction with "pong": no limits, no resume, no errors, no shutdown.
var api = Environment.GetEnvironmentVariable("Discord__ApiBaseUrl") + "/v10";
var token = Environment.GetEnvironmentVariable("Discord__Token");
using var http = new HttpClient(new SocketsHttpHandler());
using var asking = new HttpRequestMessage(HttpMethod.Get, $"{api}/gateway/bot");
asking.Headers.TryAddWithoutValidation("Authorization", $"Bot {token}");
using var told = JsonDocument.Parse(await (await http.SendAsync(asking)).Content.ReadAsByteArrayAsync());
using var socket = new ClientWebSocket();
await socket.ConnectAsync(new Uri(told.RootElement.GetProperty("url").GetString() + "/?v=10&encoding=json"), CancellationToken.None);
var pong = """{"type":4,"data":{"content":"pong","allowed_mentions":{"parse":[]}}}"""u8.ToArray();
var buffer = new byte[4 * 1024 * 1024];
while (true)
{
    var length = 0;
    ValueWebSocketReceiveResult part;
    do
    {
        part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
        length += part.Count;
    }
    while (!part.EndOfMessage);
    using var frame = JsonDocument.Parse(buffer.AsMemory(0, length));
    var root = frame.RootElement;
    if (root.GetProperty("op").GetInt32() == 10)
    {
        _ = BeatAsync(root.GetProperty("d").GetProperty("heartbeat_interval").GetInt32());
        await SendAsync($$"""{"op":2,"d":{"token":"{{token}}","intents":0,"properties":{"os":"linux","browser":"least","device":"least"} } }""");
    }
    else if (root.GetProperty("t").ValueEquals("INTERACTION_CREATE"))
    {
        var data = root.GetProperty("d");
        _ = AnswerAsync($"{api}/interactions/{data.GetProperty("id").GetString()}/{data.GetProperty("token").GetString()}/callback");
    }
}

async Task AnswerAsync(string url)
{
    using var content = new ByteArrayContent(pong) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    using var response = await http.PostAsync(url, content);
    if (response.StatusCode != HttpStatusCode.NoContent)
    {
        Console.WriteLine(response.StatusCode);
    }
}

async Task BeatAsync(int everyMs)
{
    while (true)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(everyMs), TimeProvider.System);
        await SendAsync("""{"op":1,"d":null}""");
    }
}

async Task SendAsync(string text) =>
    await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
