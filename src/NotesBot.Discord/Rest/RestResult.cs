namespace NotesBot.Discord.Rest;

/// <summary>What became of a request. Nothing here is thrown: callers look.</summary>
/// <param name="Outcome">What to do next.</param>
internal sealed record RestResult(RestOutcome Outcome)
{
    /// <summary>The message that was made or changed, when Discord returned it.</summary>
    public ulong? MessageId { get; init; }

    /// <summary>What Discord said; <see langword="null"/> on success and where it said nothing.</summary>
    public DiscordError? Error { get; init; }
}

/// <summary>What became of a request.</summary>
internal enum RestOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The interaction has had its first response already: what is left to say goes by an edit or a follow-up.</summary>
    AlreadyAcknowledged,

    /// <summary>The three seconds or the fifteen minutes are over: nothing can be said any more.</summary>
    Expired,

    /// <summary>The message or webhook is not there any more: stop using it.</summary>
    Gone,

    /// <summary>No further follow-up is allowed: edit instead.</summary>
    TooManyFollowUps,

    /// <summary>A filter of the server or of Discord refused the text: answer without the passage.</summary>
    Blocked,

    /// <summary>The request or a file was too large: answer with less.</summary>
    TooLarge,

    /// <summary>Discord does not allow it here.</summary>
    Forbidden,

    /// <summary>Discord refused the body, or could not digest it: a bug of ours; a short plain text may still pass.</summary>
    Invalid,

    /// <summary>It was not sent, because a rate limit would have kept it past its deadline or the route is barred.</summary>
    GivenUp,

    /// <summary>It left, and Discord did not say in time that it has it: nobody knows.</summary>
    Unconfirmed,

    /// <summary>Discord could not be reached or failed, and may have done it or not.</summary>
    Failed,
}
