using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>Discord's REST side: takes down what comes and answers what it is told.</summary>
internal sealed class FakeDiscord : HttpMessageHandler, IHttpMessageHandlerFactory
{
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();
    private readonly Queue<(int Status, string Body)> _answers = new();

    /// <summary>Whether every request is answered with 503.</summary>
    internal bool IsDown { get; set; }

    /// <summary>Until when callbacks get no answer; <see langword="null"/> for not at all.</summary>
    internal TaskCompletionSource? Held { get; set; }

    /// <summary>What is answered next; by default that all is well.</summary>
    internal void Answer(int status, int code = 0) => _answers.Enqueue((status, $$"""{"code":{{code}},"message":"x"}"""));

    /// <summary>The next request, once it is there.</summary>
    internal async Task<Request> NextAsync() => await _requests.Reader.ReadAsync(TestLimit.Token);

    /// <summary>The requests that are there and were not read.</summary>
    internal IReadOnlyList<Request> Rest()
    {
        var all = new List<Request>();
        while (_requests.Reader.TryRead(out var request))
        {
            all.Add(request);
        }

        return all;
    }

    public HttpMessageHandler CreateHandler(string name) => this;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? "null" : await request.Content.ReadAsStringAsync(cancellationToken);
        using var body = JsonDocument.Parse(text);
        (int Status, string Body) answer;
        lock (_answers)
        {
            answer = IsDown ? (503, "") : _answers.TryDequeue(out var told) ? told : (request.Method == HttpMethod.Patch ? 200 : 204, "{}");
        }

        var taken = new Request(request.Method, request.RequestUri!.AbsolutePath, body.RootElement.Clone());
        _requests.Writer.TryWrite(taken);
        if (taken.IsCallback && Held is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        return new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new StringContent(answer.Body, Encoding.UTF8,
            "application/json")
        };
    }
}

/// <summary>A request to Discord.</summary>
internal sealed record Request(HttpMethod Method, string Path, JsonElement Body)
{
    internal bool IsCallback => Method == HttpMethod.Post && Path.EndsWith("/callback", StringComparison.Ordinal);

    internal bool IsEdit => Method == HttpMethod.Patch && Path.EndsWith("/messages/@original", StringComparison.Ordinal);

    internal bool IsFollowUp => Method == HttpMethod.Post && Path.StartsWith("/api/v10/webhooks/", StringComparison.Ordinal);

    internal int Type => Body.GetProperty("type").GetInt32();

    internal JsonElement Data => Body.GetProperty("data");

    internal bool IsPrivate => ((Body.TryGetProperty("data", out var data) ? data : Body) is { ValueKind: JsonValueKind.Object } message
        && message.TryGetProperty("flags", out var flags) ? flags.GetInt32() & 64 : 0) != 0;
}
