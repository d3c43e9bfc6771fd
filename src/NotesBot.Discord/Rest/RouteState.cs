namespace NotesBot.Discord.Rest;

/// <summary>What is known of a route, whatever its buckets. Times are since some start; <see cref="RateLimits"/> holds the lock.</summary>
internal sealed class RouteState
{
    private const int RefusalsUntilStorm = 5;
    private static readonly TimeSpan ProbeWait = TimeSpan.FromMilliseconds(50);
    private int _refusals;
    private TimeSpan _barredUntil;

    /// <summary>Name of its bucket; <see langword="null"/> while unknown.</summary>
    public string? Bucket { get; set; }

    /// <summary>Whether one request is finding out whether the route is open again.</summary>
    public bool Probing { get; set; }

    /// <summary>Whether its last answer is one that Discord counts as invalid.</summary>
    public bool LastWasInvalid { get; set; }

    /// <summary>Whether one bucket after another has refused: then one request at a time finds out for all.</summary>
    public bool IsStorm => _refusals >= RefusalsUntilStorm;

    /// <summary>Discord has taken a request.</summary>
    public void Accept() => _refusals = 0;

    /// <summary>Discord has refused a request: nothing should leave before <paramref name="until"/>.</summary>
    public void Refuse(TimeSpan until)
    {
        _refusals++;
        _barredUntil = until;
    }

    /// <summary>How long a request must wait; zero when it may go.</summary>
    public TimeSpan Wait(TimeSpan now)
    {
        if (!IsStorm)
        {
            return TimeSpan.Zero;
        }

        var wait = _barredUntil - now;
        return wait > TimeSpan.Zero ? wait : Probing ? ProbeWait : TimeSpan.Zero;
    }
}
