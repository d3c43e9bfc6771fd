namespace NotesBot.Discord.Rest;

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
