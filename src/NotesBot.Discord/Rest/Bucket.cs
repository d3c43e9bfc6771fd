namespace NotesBot.Discord.Rest;

/// <summary>One rate limit bucket. Times are since some start; <see cref="RateLimits"/> holds the lock.</summary>
internal sealed class Bucket
{
    private int? _limit;
    private int? _remaining;
    private TimeSpan _resetAt;
    private TimeSpan _barredUntil;

    /// <summary>How long a request must wait; zero when it may go.</summary>
    public TimeSpan Wait(TimeSpan now)
    {
        if (_barredUntil > now)
        {
            return _barredUntil - now;
        }

        if (_remaining is not null && now >= _resetAt)
        {
            _remaining = _limit;
        }

        return _remaining is <= 0 && _resetAt > now ? _resetAt - now : TimeSpan.Zero;
    }

    /// <summary>A request leaves.</summary>
    public void Take() => _remaining--;

    /// <summary>An answer came. Answers may overtake each other: within one window the smaller number is right.</summary>
    public void Learn(RateLimitFacts facts, TimeSpan now)
    {
        if (facts.Remaining is not { } left)
        {
            return;
        }

        var isNewWindow = _remaining is null || now >= _resetAt;
        _remaining = isNewWindow ? left : Math.Min(left, _remaining!.Value);
        _limit = facts.Limit ?? _limit ?? 1;
        var end = now + facts.ResetAfter;
        _resetAt = isNewWindow || end > _resetAt ? end : _resetAt;
    }

    /// <summary>Nothing may leave before <paramref name="until"/>.</summary>
    public void Bar(TimeSpan until) => _barredUntil = until > _barredUntil ? until : _barredUntil;

    /// <summary>Whether it says nothing any more.</summary>
    public bool IsOver(TimeSpan now) => _barredUntil <= now && _resetAt <= now;
}
