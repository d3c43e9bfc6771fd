using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NotesBot.Discord.Tests.Rest;

/// <summary>What was sent.</summary>
internal sealed record SentRequest(
    int Number, DateTimeOffset At, HttpMethod Method, Uri Uri, HttpRequestHeaders Headers, HttpContentHeaders? Content, string Body);

/// <summary>Discord's side of HTTP, answered by a function.</summary>
internal sealed class StubApi(Func<SentRequest, HttpResponseMessage> answer, TimeProvider? time = null) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private int _count;

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    /// <summary>How late the answers come.</summary>
    public TimeSpan Late { get; set; }

    public TimeProvider Time { get; set; } = time ?? TimeProvider.System;

    public static HttpResponseMessage Json(
        string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Error(HttpStatusCode status, int code, string message = "no") =>
        Json($$"""{"code":{{code}},"message":"{{message}}"}""", status);

    public static HttpResponseMessage RateLimited(double retryAfter, string scope, params (string Name, string Value)[] headers) => Json(
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $$"""{"message":"slow","retry_after":{{retryAfter}},"global":{{(scope == "global" ? "true" : "false")}}}"""),
        HttpStatusCode.TooManyRequests,
        [("X-RateLimit-Scope", scope), .. headers]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var one = new SentRequest(
            Interlocked.Increment(ref _count), Time.GetUtcNow(), request.Method, request.RequestUri!, request.Headers,
                request.Content?.Headers, body);
        _sent.Enqueue(one);
        var response = answer(one);
        if (response.StatusCode == HttpStatusCode.Continue)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);
        }

        if (Late > TimeSpan.Zero)
        {
            await Task.Delay(Late, Time, cancellationToken);
        }

        return response;
    }
}
