namespace NotesBot.Discord.Rest;

/// <summary>One rate limit bucket. Times are since some start; <see cref="RateLimits"/> holds the lock.</summary>
internal sealed class Bucket
{
    private int? limit;
    private int? remaining;
    private TimeSpan resetAt;
    private TimeSpan barredUntil;

    /// <summary>How long a request must wait; zero when it may go.</summary>
    public TimeSpan Wait(TimeSpan now)
    {
        if (barredUntil > now)
        {
            return barredUntil - now;
        }

        if (remaining is not null && now >= resetAt)
        {
            remaining = limit;
        }

        return remaining is <= 0 && resetAt > now ? resetAt - now : TimeSpan.Zero;
    }

    /// <summary>A request leaves.</summary>
    public void Take() => remaining--;

    /// <summary>An answer came. Answers may overtake each other: within one window the smaller number is right.</summary>
    public void Learn(RateLimitFacts facts, TimeSpan now)
    {
        if (facts.Remaining is not { } left)
        {
            return;
        }

        var isNewWindow = remaining is null || now >= resetAt;
        remaining = isNewWindow ? left : Math.Min(left, remaining!.Value);
        limit = facts.Limit ?? limit ?? 1;
        var end = now + facts.ResetAfter;
        resetAt = isNewWindow || end > resetAt ? end : resetAt;
    }

    /// <summary>Nothing may leave before <paramref name="until"/>.</summary>
    public void Bar(TimeSpan until) => barredUntil = until > barredUntil ? until : barredUntil;

    /// <summary>Whether it says nothing any more.</summary>
    public bool IsOver(TimeSpan now) => barredUntil <= now && resetAt <= now;
}
