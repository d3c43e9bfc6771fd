using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NotesBot.Benchmarks.Bots;

/// <summary>
/// As much of Discord as a bot needs to connect and to answer, and no check of anything, so that it is the bot that is measured. For one
/// bot after another.
/// </summary>
internal sealed class LeanDiscord : IAsyncDisposable
{
    private const string Commands = "/commands";
    private readonly WebApplication _app;
    private readonly Traffic _traffic = new();
    private LeanSocket? _socket;
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<long?> _back = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LeanDiscord()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(context => context.WebSockets.IsWebSocketRequest ? ServeSocketAsync(context) : ServeRestAsync(context));
    }

    /// <summary>The token that bots are given; nobody looks at it.</summary>
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.lean.token";

    /// <summary>The API's base, without the version.</summary>
    public string ApiBaseUrl => $"{_app.Urls.First()}/api";

    /// <summary>How many servers READY lists.</summary>
    public int Guilds { get; set; }

    /// <summary>What is asked and answered.</summary>
    public Traffic Traffic => _traffic;

    /// <summary>Completed once READY was sent.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Starts listening.</summary>
    public static async Task<LeanDiscord> StartAsync()
    {
        var discord = new LeanDiscord();
        await discord._app.StartAsync();
        return discord;
    }

    /// <summary>Forgets the last bot.</summary>
    public void Forget()
    {
        _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _traffic.Forget();
    }

    /// <summary>Somebody asks.</summary>
    public ValueTask AskAsync(Question question) => _socket!.SendAsync(_traffic.Next(question));

    /// <summary>
    /// Cuts the connection: how long it took until the RESUME, <see langword="null"/> where a new session was begun or nothing came in time.
    /// </summary>
    public async Task<TimeSpan?> CutAsync(TimeSpan patience)
    {
        _back = new TaskCompletionSource<long?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var cut = TimeProvider.System.GetTimestamp();
        _socket!.Cut();
        await Task.WhenAny(_back.Task, Task.Delay(patience, TimeProvider.System));
        return _back.Task.IsCompletedSuccessfully && await _back.Task is { } back ? TimeProvider.System.GetElapsedTime(cut, back) : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ServeSocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var lean = new LeanSocket(socket, context);
        await lean.SendAsync("""{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}"""u8.ToArray());
        await lean.ReadAsync(op => TakeAsync(lean, op));
    }

    private async Task TakeAsync(LeanSocket socket, int op)
    {
        switch (op)
        {
            case 1:
                await socket.SendAsync("""{"op":11,"d":null,"s":null,"t":null}"""u8.ToArray());
                break;
            case 2:
                _socket = socket;
                await socket.SendAsync(Encoding.UTF8.GetBytes(ReadyText()));
                _ready.TrySetResult();
                _back.TrySetResult(null);
                break;
            case 6:
                _socket = socket;
                await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"op":0,"t":"RESUMED","s":{{_traffic.NextSequence()}},"d":null}"""));
                _back.TrySetResult(TimeProvider.System.GetTimestamp());
                break;
            default:
                break;
        }
    }

    private string ReadyText()
    {
        var guilds = string.Join(',', Enumerable.Range(1, Guilds).Select(number => $$"""{"id":"{{(ulong)number << 22}}","unavailable":true}"""));
        var application = $$"""{"id":"{{Traffic.ApplicationId}}","flags":0}""";
        var user = $$"""{"id":"{{Traffic.ApplicationId}}","username":"bot","discriminator":"0000","avatar":null,"bot":true}""";
        return $$"""
            {"op":0,"t":"READY","s":{{_traffic.NextSequence()}},"d":{"v":10,"user":{{user}},"guilds":[{{guilds}}],"session_id":"s1","shard":[0,1],
            "resume_gateway_url":"{{GatewayUrl}}","application":{{application}} } }
            """;
    }

    private string GatewayUrl => _app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal);

    private async Task ServeRestAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.EndsWith("/callback", StringComparison.Ordinal))
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            _traffic.Answered(path, context.Request.ContentLength ?? 0);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var gateway = $$"""
            {"url":"{{GatewayUrl}}","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":1000,"max_concurrency":1} }
            """;
        var owner = """{"id":"80351110224678912","username":"alice"}""";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path switch
        {
            _ when path.EndsWith("/gateway/bot", StringComparison.Ordinal) => gateway,
            _ when path.EndsWith("/applications/@me", StringComparison.Ordinal) => $$"""{"id":"{{Traffic.ApplicationId}}","owner":{{owner}} }""",
            _ when path.EndsWith(Commands, StringComparison.Ordinal) && HttpMethods.IsPut(context.Request.Method) =>
                await EchoAsync(context.Request),
            _ => "[]",
        });
    }

    /// <summary>The commands as they were put, each with an id.</summary>
    private static async Task<string> EchoAsync(HttpRequest request)
    {
        var commands = (await System.Text.Json.Nodes.JsonNode.ParseAsync(request.Body))!.AsArray();
        foreach (var (command, index) in commands.Select((command, index) => (command!, index)))
        {
            command["id"] = $"{index + 1}";
        }

        return commands.ToJsonString(JsonSerializerOptions.Default);
    }
}

/// <summary>One gateway connection.</summary>
internal sealed class LeanSocket(WebSocket socket, HttpContext context) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Sends one message. A connection that is gone loses it.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync();
        try
        {
            using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            context.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads to the end; of each payload only the op matters.</summary>
    public async Task ReadAsync(Func<int, Task> take)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: WebSocketMessageType.Text } part)
            {
                using var payload = JsonDocument.Parse(buffer.AsMemory(0, part.Count));
                await take(payload.RootElement.GetProperty("op").GetInt32());
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    /// <summary>Breaks the connection without a word.</summary>
    public void Cut() => context.Abort();

    /// <inheritdoc/>
    public void Dispose() => _sending.Dispose();
}
