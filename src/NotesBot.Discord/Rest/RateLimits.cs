namespace NotesBot.Discord.Rest;

/// <summary>
/// What is known of Discord's rate limits: buckets by the name in the headers and the major parameter, the global limit, refusals.
/// It knows no HTTP and never waits; one lock around all of it. Safe from many threads.
/// </summary>
/// <remarks>Source: Discord's page "Rate Limits".</remarks>
internal sealed class RateLimits(TimeProvider time, BotCredential credential)
{
    private const int RefusalsUntilBarred = 5;
    private readonly Lock gate = new();
    private readonly long epoch = time.GetTimestamp();
    private readonly Dictionary<string, RouteState> routes = [];
    private readonly Dictionary<(string Name, string Major), Bucket> buckets = [];
    private readonly Dictionary<string, TimeSpan> deadWebhooks = [];

    // A little more than the second: what leaves apart may arrive closer together.
    private readonly SlidingWindow sent = new(TimeSpan.FromMilliseconds(1_100), DiscordLimits.GlobalRequestsPerSecond);
    private readonly SlidingWindow invalid = new(DiscordLimits.InvalidWindow, DiscordLimits.InvalidRequests);
    private TimeSpan globalFrom;
    private int sweepAt = 1_000;

    private TimeSpan Now => time.GetElapsedTime(epoch);

    /// <summary>Requests that Discord counts as invalid within the last ten minutes.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (gate)
            {
                return invalid.Count(Now);
            }
        }
    }

    /// <summary>How many buckets are remembered.</summary>
    public int BucketCount
    {
        get
        {
            lock (gate)
            {
                return buckets.Count;
            }
        }
    }

    /// <summary>May the request leave? When it may, it is counted as sent.</summary>
    public Admission Ask(RestRoute route)
    {
        lock (gate)
        {
            var now = Now;
            var state = StateOf(route);
            if (WhyNever(route, state, now) is { } reason)
            {
                return new Admission(TimeSpan.Zero, reason);
            }

            var bucket = BucketOf(route, state, now);
            var wait = Longest(bucket.Wait(now), state.Wait(now), route.IsInteraction ? TimeSpan.Zero : GlobalWait(now));
            if (wait == TimeSpan.Zero)
            {
                Take(route, state, bucket, now);
            }

            return new Admission(wait, null);
        }
    }

    /// <summary>An answer came.</summary>
    public void Learn(RestRoute route, RateLimitFacts facts)
    {
        lock (gate)
        {
            var now = Now;
            var state = StateOf(route);
            state.Probing = false;
            state.Bucket = facts.Bucket ?? state.Bucket;
            BucketOf(route, state, now).Learn(facts, now);
            if (facts.Status == 429)
            {
                Bar(route, state, facts, now);
            }
            else
            {
                state.Refusals = 0;
            }

            Count(route, state, facts, now);
        }
    }

    /// <summary>No answer came: somebody else may try the route.</summary>
    public void Forget(RestRoute route)
    {
        lock (gate)
        {
            StateOf(route).Probing = false;
        }
    }

    private string? WhyNever(RestRoute route, RouteState state, TimeSpan now)
    {
        if (credential.IsRefused && !route.IsInteraction)
        {
            return "Discord refused the token";
        }

        if (deadWebhooks.TryGetValue(route.Major, out var until) && now < until)
        {
            return "the webhook does not exist any more";
        }

        return state.LastWasInvalid && invalid.Count(now) >= DiscordLimits.InvalidRequests ? "too many invalid requests" : null;
    }

    private TimeSpan GlobalWait(TimeSpan now) => Longest(sent.UntilFree(now), globalFrom - now, TimeSpan.Zero);

    private void Take(RestRoute route, RouteState state, Bucket bucket, TimeSpan now)
    {
        bucket.Take();
        state.Probing = state.Refusals >= RefusalsUntilBarred;
        if (!route.IsInteraction)
        {
            sent.Add(now);
        }
    }

    private void Bar(RestRoute route, RouteState state, RateLimitFacts facts, TimeSpan now)
    {
        var from = now + facts.RetryAfter;
        BucketOf(route, state, now).Bar(from);
        if (facts.IsGlobal && !route.IsInteraction)
        {
            globalFrom = Longest(globalFrom, from, TimeSpan.Zero);
        }

        // One bucket after another refusing means a storm: then one request at a time finds out for all.
        if (++state.Refusals >= RefusalsUntilBarred)
        {
            state.BarredFrom(from);
        }
    }

    private void Count(RestRoute route, RouteState state, RateLimitFacts facts, TimeSpan now)
    {
        state.LastWasInvalid = facts.Status is 401 or 403 || (facts.Status == 429 && !facts.IsShared);
        if (state.LastWasInvalid)
        {
            invalid.Add(now);
        }

        if (facts.Status == 401 && !route.IsInteraction)
        {
            credential.Refuse();
        }

        if (facts.UnknownWebhook)
        {
            deadWebhooks[route.Major] = now + DiscordLimits.InteractionToken;
        }
    }

    private RouteState StateOf(RestRoute route) =>
        routes.TryGetValue(route.Key, out var state) ? state : routes[route.Key] = new RouteState();

    private Bucket BucketOf(RestRoute route, RouteState state, TimeSpan now)
    {
        var key = (state.Bucket ?? route.Key, route.Major);
        if (!buckets.TryGetValue(key, out var bucket))
        {
            Sweep(now);
            buckets[key] = bucket = new Bucket();
        }

        return bucket;
    }

    private void Sweep(TimeSpan now)
    {
        if (buckets.Count < sweepAt)
        {
            return;
        }

        foreach (var (key, _) in buckets.Where(entry => entry.Value.IsOver(now)).ToList())
        {
            buckets.Remove(key);
        }

        foreach (var (key, _) in deadWebhooks.Where(entry => entry.Value <= now).ToList())
        {
            deadWebhooks.Remove(key);
        }

        sweepAt = Math.Max(1_000, 2 * buckets.Count);
    }

    private static TimeSpan Longest(TimeSpan a, TimeSpan b, TimeSpan c) =>
        TimeSpan.FromTicks(Math.Max(a.Ticks, Math.Max(b.Ticks, c.Ticks)));

    private sealed class RouteState
    {
        private TimeSpan barredUntil;

        public string? Bucket { get; set; }

        public int Refusals { get; set; }

        public bool Probing { get; set; }

        public bool LastWasInvalid { get; set; }

        public void BarredFrom(TimeSpan from) => barredUntil = from;

        public TimeSpan Wait(TimeSpan now)
        {
            if (Refusals < RefusalsUntilBarred)
            {
                return TimeSpan.Zero;
            }

            var wait = barredUntil - now;
            return wait > TimeSpan.Zero ? wait : Probing ? TimeSpan.FromMilliseconds(50) : TimeSpan.Zero;
        }
    }
}

/// <summary>Whether a request may leave.</summary>
/// <param name="Wait">How long to wait before asking again; zero to go.</param>
/// <param name="Never">Why it may never leave; <see langword="null"/> when it may.</param>
internal readonly record struct Admission(TimeSpan Wait, string? Never);

/// <summary>What an answer says about rate limits.</summary>
/// <param name="Status">HTTP status.</param>
internal sealed record RateLimitFacts(int Status)
{
    /// <summary>Name of the bucket; <see langword="null"/> for a route without one.</summary>
    public string? Bucket { get; init; }

    /// <summary>Calls in a window; <see langword="null"/> when unknown.</summary>
    public int? Limit { get; init; }

    /// <summary>Calls left; <see langword="null"/> when unknown.</summary>
    public int? Remaining { get; init; }

    /// <summary>Until the window ends.</summary>
    public TimeSpan ResetAfter { get; init; }

    /// <summary>On 429: how long to wait.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>On 429: whether it was the global limit.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>On 429: whether others used the limit up, which is not held against us.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the webhook does not exist (10015).</summary>
    public bool UnknownWebhook { get; init; }

    /// <summary>On 429: whether what is allowed in a day is used up, which no short wait changes.</summary>
    public bool IsDailyQuota { get; init; }
}
