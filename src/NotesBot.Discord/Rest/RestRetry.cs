using Polly;
using Polly.Retry;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Tries up to three times what is as good done twice. 429 is not for this: the rate limits know when. Around what is sent once there is
/// no pipeline: that is the way of every first response. Safe from many threads.
/// </summary>
internal sealed class RestRetry(TimeProvider time, Random random)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private readonly ResiliencePipeline<RestResponse> _usual = PipelineFrom(500, time, random);

    /// <summary>500 for an interaction's message means that Discord cannot digest this body: its sender tries a shorter one.</summary>
    private readonly ResiliencePipeline<RestResponse> _messages = PipelineFrom(501, time, random);

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The last answer to a call.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="attempt">Asks once.</param>
    /// <param name="cancellationToken">Ends the pauses too.</param>
    public Task<RestResponse> SendAsync(
        RestCall call, Func<RestCall, CancellationToken, Task<RestResponse>> attempt, CancellationToken cancellationToken) =>
        call.Route.IsRepeatable
            ? (call.Route.IsInteraction ? _messages : _usual)
                .ExecuteAsync(async token => await attempt(call, token), cancellationToken).AsTask()
            : attempt(call, cancellationToken);

    private static ResiliencePipeline<RestResponse> PipelineFrom(int status, TimeProvider time, Random random) =>
        new ResiliencePipelineBuilder<RestResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<RestResponse>
            {
                MaxRetryAttempts = 2,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = random.NextDouble,
                ShouldHandle = new PredicateBuilder<RestResponse>()
                    .HandleResult(response => response.IsUnanswered || response.Status >= status),
            })
            .Build();
}
