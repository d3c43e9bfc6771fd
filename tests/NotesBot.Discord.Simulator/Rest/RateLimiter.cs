using System.Globalization;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>How often a route may be asked.</summary>
/// <param name="Bucket">The opaque name in the headers; routes of one name share a window.</param>
/// <param name="Limit">Requests in a window; 0 is no limit and no headers.</param>
/// <param name="Window">Its length.</param>
public sealed record RateWindow(string Bucket, int Limit, TimeSpan Window);

/// <summary>Counts requests per bucket and major parameter, and all of a bot's in a second.</summary>
internal sealed class RateLimiter(World world)
{
    private const int SweepAbove = 10_000;
    private static readonly string[] MajorParameters = ["webhook_id", "webhook_token", "guild_id"];

    private static readonly Dictionary<string, RateWindow> Defaults = new(StringComparer.Ordinal)
    {
        ["gateway-bot"] = new("b0a1c2d3e4f5", 2, TimeSpan.FromSeconds(5)),
        ["commands-get"] = new("c1f2e3d4b5a6", 30, TimeSpan.FromSeconds(30)),
        ["commands-put"] = new("d2e3f4a5b6c7", 10, TimeSpan.FromSeconds(60)),
        ["command-post"] = new("e3f4a5b6c7d8", 5, TimeSpan.FromSeconds(20)),
        ["webhook-post"] = new("f4a5b6c7d8e9", 5, TimeSpan.FromSeconds(2)),
        ["original-patch"] = new("a5b6c7d8e9f0", 5, TimeSpan.FromSeconds(2)),
        ["message-patch"] = new("a5b6c7d8e9f0", 5, TimeSpan.FromSeconds(2)),
    };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _global = new();
    private DateTimeOffset _globalBarredUntil;

    /// <summary>Takes one call; headers for the answer, and the refusal when there are none left.</summary>
    public (RestReply? Refusal, IReadOnlyDictionary<string, string> Headers) Take(RestCall call)
    {
        lock (_gate)
        {
            if (call.Route.Access == Access.Bot && OverGlobal(call) is { } refusal)
            {
                return (refusal, new Dictionary<string, string>());
            }

            return TakeOfBucket(call);
        }
    }

    /// <summary>Tells the limiter that a bar was announced by a fault, so that asking on is seen.</summary>
    public void Bar(RestCall call, TimeSpan wait, bool all)
    {
        lock (_gate)
        {
            if (all)
            {
                _globalBarredUntil = call.At + wait;
            }
            else
            {
                CountOf(WindowOf(call), call).BarredUntil = call.At + wait;
            }
        }
    }

    private RestReply? OverGlobal(RestCall call)
    {
        if (call.At < _globalBarredUntil)
        {
            world.Violate("RE-12", "RL", "Asked while the global limit bars all routes of the bot.", call.Name);
            return Refuse(_globalBarredUntil - call.At, "global", global: true);
        }

        while (_global.TryPeek(out var first) && first <= call.At - TimeSpan.FromSeconds(1))
        {
            _global.Dequeue();
        }

        _global.Enqueue(call.At);
        if (_global.Count <= world.Options.GlobalLimit)
        {
            return null;
        }

        _globalBarredUntil = call.At + TimeSpan.FromSeconds(1);
        world.Violate("RE-16", "RL", $"More than {world.Options.GlobalLimit} requests in a second.", call.Name);
        return Refuse(TimeSpan.FromSeconds(1), "global", global: true);
    }

    private (RestReply? Refusal, IReadOnlyDictionary<string, string> Headers) TakeOfBucket(RestCall call)
    {
        var window = WindowOf(call);
        var count = CountOf(window, call);
        if (call.At < count.BarredUntil)
        {
            NoteEagerness(call, count);
            return (Refuse(count.BarredUntil - call.At, "user", global: false), new Dictionary<string, string>());
        }

        if (window.Limit == 0)
        {
            return (null, new Dictionary<string, string>());
        }

        if (call.At >= count.ResetsAt)
        {
            count.Used = 0;
            count.ResetsAt = call.At + window.Window;
        }

        count.Used++;
        if (count.Used <= window.Limit)
        {
            count.ToldEmptyAt ??= count.Used == window.Limit ? call.At : null;
            return (null, Headers(window, count, call.At));
        }

        NoteEagerness(call, count);
        count.BarredUntil = count.ResetsAt;
        return (Refuse(count.ResetsAt - call.At, "user", global: false), Headers(window, count, call.At));
    }

    private void NoteEagerness(RestCall call, Count count)
    {
        var toldAt = count.ToldEmptyAt ?? DateTimeOffset.MaxValue;
        if (call.At - toldAt >= world.Options.InFlightGrace || count.BarredUntil > call.At)
        {
            world.Violate("RE-07", "RL", "Asked although the bucket is known to be empty.", call.Name);
        }
    }

    private RateWindow WindowOf(RestCall call) =>
        world.Options.RateWindows.GetValueOrDefault(call.Route.Name)
        ?? Defaults.GetValueOrDefault(call.Route.Name)
        ?? new RateWindow(call.Route.Name, 0, TimeSpan.Zero);

    private Count CountOf(RateWindow window, RestCall call)
    {
        var major = string.Concat(MajorParameters.Select(call.Values.GetValueOrDefault));
        var key = $"{window.Bucket}:{major}";
        if (_counts.Count > SweepAbove)
        {
            Sweep(call.At);
        }

        if (!_counts.TryGetValue(key, out var count) || (call.At >= count.ResetsAt && call.At >= count.BarredUntil))
        {
            _counts[key] = count = new Count();
        }

        return count;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var key in _counts.Where(pair => now >= pair.Value.ResetsAt && now >= pair.Value.BarredUntil).Select(pair => pair.Key)
            .ToList())
        {
            _counts.Remove(key);
        }
    }

    private static Dictionary<string, string> Headers(RateWindow window, Count count, DateTimeOffset now) => new(StringComparer.Ordinal)
    {
        ["X-RateLimit-Limit"] = window.Limit.ToString(CultureInfo.InvariantCulture),
        ["X-RateLimit-Remaining"] = Math.Max(0, window.Limit - count.Used).ToString(CultureInfo.InvariantCulture),
        ["X-RateLimit-Reset"] = (count.ResetsAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture),
        ["X-RateLimit-Reset-After"] = (count.ResetsAt - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
        ["X-RateLimit-Bucket"] = window.Bucket,
    };

    /// <summary>A 429 of the given scope.</summary>
    public static RestReply Refuse(TimeSpan wait, string scope, bool global)
    {
        var seconds = Math.Round(wait.TotalSeconds, 3);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Scope"] = scope,
        };
        if (global)
        {
            headers["X-RateLimit-Global"] = "true";
        }

        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = global };
        return new RestReply(429, body) { Headers = headers };
    }

    private sealed class Count
    {
        public int Used { get; set; }

        public DateTimeOffset ResetsAt { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset BarredUntil { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset? ToldEmptyAt { get; set; }
    }
}
