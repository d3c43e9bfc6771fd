namespace NotesBot.Discord.Rest;

/// <summary>One request: where it goes and how long it may take.</summary>
/// <param name="Route">Where it goes.</param>
/// <param name="Deadline">When it has no use any more to send it, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
/// <param name="AttemptTimeout">Longest wait for the head of an answer, each time it is tried.</param>
internal sealed record RestCall(RestRoute Route, long Deadline, TimeSpan AttemptTimeout)
{
    /// <summary>Makes the body; <see langword="null"/> for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>
    /// Whether an answer is awaited beyond the deadline, as long as <see cref="AttemptTimeout"/>: what was sent in time may be confirmed late.
    /// </summary>
    public bool OutlivesDeadline { get; init; }

    /// <summary>Whether the same was sent before: that Discord has it already is then no refusal.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether it may be ahead of what makes its webhook: then "unknown" says nothing about later requests.</summary>
    public bool IsEarly { get; init; }

    /// <summary>How the handlers find the call of a request.</summary>
    public static readonly HttpRequestOptionsKey<RestCall> Key = new("NotesBot.RestCall");

    /// <summary>Why a request was not sent, on the answer that stands for it.</summary>
    public static readonly HttpRequestOptionsKey<string> GivenUp = new("NotesBot.GivenUp");
}

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">What was read of it.</param>
/// <param name="Failure">Why there is no whole answer.</param>
internal sealed record RestResponse(int Status, ReadOnlyMemory<byte> Body, RestFailure Failure)
{
    /// <summary>What Discord said, when it refused.</summary>
    public DiscordError? Error { get; init; }

    /// <summary>Why there is no whole answer, in words; empty where there is one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether Discord did it, whether or not its answer could be read to the end.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether nothing came back: it may have been done or not.</summary>
    public bool IsUnanswered => Failure is RestFailure.NotConnected or RestFailure.Broken or RestFailure.Unconfirmed;
}

/// <summary>Why there is no whole answer.</summary>
internal enum RestFailure
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>It was not sent: a limit, or a route that is barred.</summary>
    GivenUp,

    /// <summary>It surely did not leave: no connection.</summary>
    NotConnected,

    /// <summary>It left, and may have been done or not.</summary>
    Broken,

    /// <summary>It left, nothing broke, and no answer came in time.</summary>
    Unconfirmed,

    /// <summary>The answer was longer than is read.</summary>
    TooLong,
}
