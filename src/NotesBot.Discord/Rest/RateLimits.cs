namespace NotesBot.Discord.Rest;

/// <summary>
/// What is known of Discord's rate limits: buckets by the name in the headers and the major parameter, the global limit, refusals.
/// It knows no HTTP and never waits; one lock around all of it. Safe from many threads.
/// </summary>
/// <remarks>Source: Discord's page "Rate Limits".</remarks>
internal sealed class RateLimits(TimeProvider time, BotCredential credential)
{
    private readonly Lock _gate = new();
    private readonly long _epoch = time.GetTimestamp();
    private readonly Dictionary<string, RouteState> _routes = [];
    private readonly Dictionary<(string Name, string Major), Bucket> _buckets = [];
    private readonly Dictionary<string, TimeSpan> _deadWebhooks = [];

    // A little more than the second: what leaves apart may arrive closer together.
    private readonly SlidingWindow _sent = new(TimeSpan.FromMilliseconds(1_100), DiscordLimits.GlobalRequestsPerSecond);
    private readonly SlidingWindow _invalid = new(DiscordLimits.InvalidWindow, DiscordLimits.InvalidRequests);
    private TimeSpan _globalFrom;
    private int _sweepAt = 1_000;

    private TimeSpan Now => time.GetElapsedTime(_epoch);

    /// <summary>Requests that Discord counts as invalid within the last ten minutes.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (_gate)
            {
                return _invalid.Count(Now);
            }
        }
    }

    /// <summary>How many buckets are remembered.</summary>
    public int BucketCount
    {
        get
        {
            lock (_gate)
            {
                return _buckets.Count;
            }
        }
    }

    /// <summary>May the request leave? When it may, it is counted as sent.</summary>
    public Admission Ask(RestRoute route)
    {
        lock (_gate)
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
        lock (_gate)
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
                state.Accept();
            }

            Count(route, state, facts, now);
        }
    }

    /// <summary>No answer came: somebody else may try the route.</summary>
    public void Forget(RestRoute route)
    {
        lock (_gate)
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

        if (_deadWebhooks.TryGetValue(route.Major, out var until) && now < until)
        {
            return "the webhook does not exist any more";
        }

        return state.LastWasInvalid && _invalid.Count(now) >= DiscordLimits.InvalidRequests ? "too many invalid requests" : null;
    }

    private TimeSpan GlobalWait(TimeSpan now) => Longest(_sent.UntilFree(now), _globalFrom - now, TimeSpan.Zero);

    private void Take(RestRoute route, RouteState state, Bucket bucket, TimeSpan now)
    {
        bucket.Take();
        state.Probing = state.IsStorm;
        if (!route.IsInteraction)
        {
            _sent.Add(now);
        }
    }

    private void Bar(RestRoute route, RouteState state, RateLimitFacts facts, TimeSpan now)
    {
        var from = now + facts.RetryAfter;
        BucketOf(route, state, now).Bar(from);
        if (facts.IsGlobal && !route.IsInteraction)
        {
            _globalFrom = Longest(_globalFrom, from, TimeSpan.Zero);
        }

        state.Refuse(from);
    }

    private void Count(RestRoute route, RouteState state, RateLimitFacts facts, TimeSpan now)
    {
        state.LastWasInvalid = facts.Status is 401 or 403 || (facts.Status == 429 && !facts.IsShared);
        if (state.LastWasInvalid)
        {
            _invalid.Add(now);
        }

        if (facts.Status == 401 && !route.IsInteraction)
        {
            credential.Refuse();
        }

        if (facts.UnknownWebhook)
        {
            _deadWebhooks[route.Major] = now + DiscordLimits.InteractionToken;
        }
    }

    private RouteState StateOf(RestRoute route) =>
        _routes.TryGetValue(route.Key, out var state) ? state : _routes[route.Key] = new RouteState();

    private Bucket BucketOf(RestRoute route, RouteState state, TimeSpan now)
    {
        var key = (state.Bucket ?? route.Key, route.Major);
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            Sweep(now);
            _buckets[key] = bucket = new Bucket();
        }

        return bucket;
    }

    private void Sweep(TimeSpan now)
    {
        if (_buckets.Count < _sweepAt)
        {
            return;
        }

        foreach (var (key, _) in _buckets.Where(entry => entry.Value.IsOver(now)).ToList())
        {
            _buckets.Remove(key);
        }

        foreach (var (key, _) in _deadWebhooks.Where(entry => entry.Value <= now).ToList())
        {
            _deadWebhooks.Remove(key);
        }

        _sweepAt = Math.Max(1_000, 2 * _buckets.Count);
    }

    private static TimeSpan Longest(TimeSpan a, TimeSpan b, TimeSpan c) =>
        TimeSpan.FromTicks(Math.Max(a.Ticks, Math.Max(b.Ticks, c.Ticks)));
}

/// <summary>Whether a request may leave.</summary>
/// <param name="Wait">How long to wait before asking again; zero to go.</param>
/// <param name="Never">Why it may never leave; <see langword="null"/> when it may.</param>
internal readonly record struct Admission(TimeSpan Wait, string? Never);
