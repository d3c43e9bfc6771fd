using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>How the stand-in misbehaves on some requests.</summary>
public sealed record RestFault
{
    /// <summary>Name of the route (such as <c>callback</c>, <c>original-patch</c>, <c>webhook-post</c>, <c>commands-put</c>,
    /// <c>gateway-bot</c>); <see langword="null"/> is any.</summary>
    public string? Route { get; init; }

    /// <summary>How many requests it hits.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How long the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answer in place of the right one; the request then has no effect.</summary>
    internal RestReply? Reply { get; init; }

    /// <summary>The bar that the answer announces.</summary>
    internal TimeSpan? Bars { get; init; }

    internal bool BarsAll { get; init; }

    /// <summary>The request takes effect, and the connection breaks in place of the answer.</summary>
    internal bool CutsAfter { get; init; }

    /// <summary>The request is read and nothing follows; it has no effect.</summary>
    internal bool Hangs { get; init; }

    /// <summary>An error of Discord's, with JSON.</summary>
    public static RestFault Error(int status, int code, string message) => new() { Reply = RestReply.Error(status, code, message) };

    /// <summary>An answer of any status with any body that is not JSON; an empty one too.</summary>
    public static RestFault Plain(int status, string html) => new() { Reply = new RestReply(status, null) { Html = html } };

    /// <summary>An answer with JSON of one's own and extra headers.</summary>
    public static RestFault Answer(int status, JsonNode? body, IReadOnlyDictionary<string, string> headers) =>
        new() { Reply = new RestReply(status, body) { Headers = headers } };

    /// <summary>A 429 of scope <c>user</c>, <c>shared</c> or <c>global</c>; asking again before its end is a violation.</summary>
    public static RestFault RateLimited(string scope, TimeSpan retryAfter) => new()
    {
        Reply = RateLimiter.Refuse(retryAfter, scope, scope == "global"),
        Bars = retryAfter,
        BarsAll = scope == "global",
    };

    /// <summary>A 429 as Cloudflare sends it: no JSON; with or without <c>Retry-After</c>.</summary>
    public static RestFault Cloudflare(TimeSpan? retryAfter)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (retryAfter is { } wait)
        {
            headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new RestFault { Reply = new RestReply(429, null) { Html = "error code: 1015", Headers = headers } };
    }

    /// <summary>The connection breaks after the request took effect.</summary>
    public static RestFault CutAfterReceiving() => new() { CutsAfter = true };

    /// <summary>The request is never answered.</summary>
    public static RestFault Hang() => new() { Hangs = true };

    /// <summary>The right answer, late.</summary>
    public static RestFault Slow(TimeSpan delay) => new() { Delay = delay };
}
