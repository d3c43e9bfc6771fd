using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Rest;

/// <summary>Answers interactions: first response, edits, follow-ups. Safe from many threads; results are values.</summary>
/// <remarks>Source: Discord's page "Receiving and Responding".</remarks>
internal sealed class InteractionRest(RestClient client, TimeProvider time, ILogger<InteractionRest> logger) : IFirstResponse
{
    private static readonly TimeSpan CallbackTime = DiscordLimits.FirstResponse - TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Confirmation = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FailurePause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstRepeatPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WebhookTime = DiscordLimits.InteractionToken - TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WebhookTry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstOvertakenPause = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public bool IsConfirmed => true;

    /// <summary>
    /// The first response, once. It is sent again only where it cannot have arrived, while the three seconds last, and once more where the
    /// connection broke or Discord failed: that Discord has it already then means success. A late confirmation is no failure.
    /// </summary>
    public async Task<RestResult> RespondAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken)
    {
        var call = new RestCall(RestRoute.Callback(target), After(target, CallbackTime), Confirmation)
        {
            Content = () => BodyContent.Make(body, isCallback: true),
            OutlivesDeadline = true,
        };
        var response = await client.SendAsync(call, cancellationToken);
        for (var pause = response.Status > 500 ? FailurePause : TimeSpan.Zero; MayRepeat(response, call) && TimeLeft(call) > pause; pause = Longer(pause))
        {
            await Task.Delay(pause, time, cancellationToken);
            call = call with { IsRepeated = call.IsRepeated || response.Failure != RestFailure.NotConnected };
            response = await client.SendAsync(call, cancellationToken);
        }

        var result = Judge(response, target);
        return result.Outcome == RestOutcome.AlreadyAcknowledged && call.IsRepeated ? new RestResult(RestOutcome.Done) : result;
    }

    /// <summary>Changes the first response, or fills in a deferred one.</summary>
    public Task<RestResult> EditOriginalAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken) =>
        SendAsync(RestRoute.Webhook(HttpMethod.Patch, target, "@original"), target, body, cancellationToken);

    /// <summary>Deletes the first response.</summary>
    public Task<RestResult> DeleteOriginalAsync(InteractionTarget target, CancellationToken cancellationToken) =>
        SendAsync(RestRoute.Webhook(HttpMethod.Delete, target, "@original"), target, null, cancellationToken);

    /// <summary>A further message. It is sent again only if it surely did not leave.</summary>
    public async Task<RestResult> FollowUpAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken)
    {
        var route = RestRoute.Webhook(HttpMethod.Post, target, null);
        var first = await SendWebhookAsync(route, target, body, cancellationToken);
        return Judge(
            first.Failure == RestFailure.NotConnected ? await SendWebhookAsync(route, target, body, cancellationToken) : first, target);
    }

    private async Task<RestResult> SendAsync(
        RestRoute route, InteractionTarget target, MessageBody? body, CancellationToken cancellationToken) =>
        Judge(await SendWebhookAsync(route, target, body, cancellationToken), target);

    /// <summary>
    /// Sends, and sends again what overtook the first response: when Discord has waited for that as long as it does, its word is final.
    /// </summary>
    private async Task<RestResponse> SendWebhookAsync(
        RestRoute route, InteractionTarget target, MessageBody? body, CancellationToken cancellationToken)
    {
        for (var pause = FirstOvertakenPause; ; pause *= 2)
        {
            var isEarly = target.MayOvertake && time.GetElapsedTime(target.ReceivedAt) < DiscordLimits.FirstResponse;
            var response = await client.SendAsync(WebhookCall(route, target, body) with { IsEarly = isEarly }, cancellationToken);
            if (!isEarly || response.Error?.Code is not
                (DiscordCodes.UnknownMessage or DiscordCodes.UnknownWebhook or DiscordCodes.UnknownInteraction))
            {
                return response;
            }

            logger.AnswerOvertaken(target.Id, response.Error.Code);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private RestCall WebhookCall(RestRoute route, InteractionTarget target, MessageBody? body) =>
        new(route, After(target, WebhookTime), WebhookTry)
        {
            Content = body is null ? null : () => BodyContent.Make(body, isCallback: false),
        };

    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? FirstRepeatPause : 2 * pause;

    private TimeSpan TimeLeft(RestCall call) => time.GetElapsedTime(time.GetTimestamp(), call.Deadline);

    private long After(InteractionTarget target, TimeSpan life) =>
        target.ReceivedAt + (long)(life.TotalSeconds * time.TimestampFrequency);

    /// <summary>What never left may leave again; what may have arrived, once. 500 is the body's fault and not worth the same body.</summary>
    private static bool MayRepeat(RestResponse response, RestCall call) =>
        response.Failure == RestFailure.NotConnected
        || (!call.IsRepeated && (response.Failure == RestFailure.Broken || response.Status > 500));

    private RestResult Judge(RestResponse response, InteractionTarget target)
    {
        var outcome = OutcomeOf(response);
        if (outcome == RestOutcome.Expired)
        {
            logger.InteractionExpired(target.Id, response.Error?.Code ?? 0, time.GetElapsedTime(target.ReceivedAt).TotalMilliseconds);
        }

        return new RestResult(outcome) { Error = response.Error, MessageId = response.IsSuccess ? MessageIdIn(response.Body) : null };
    }

    private static RestOutcome OutcomeOf(RestResponse response) => response switch
    {
        { IsSuccess: true } => RestOutcome.Done,
        { Failure: RestFailure.GivenUp } or { Status: 429 } => RestOutcome.GivenUp,
        { Failure: RestFailure.Unconfirmed } => RestOutcome.Unconfirmed,
        { Error.Code: DiscordCodes.AlreadyAcknowledged } => RestOutcome.AlreadyAcknowledged,
        { Error.Code: DiscordCodes.UnknownInteraction or DiscordCodes.InvalidWebhookToken } => RestOutcome.Expired,
        { Error.Code: DiscordCodes.UnknownMessage or DiscordCodes.UnknownWebhook } => RestOutcome.Gone,
        { Error.Code: DiscordCodes.FollowUpLimit } => RestOutcome.TooManyFollowUps,
        { Error.Code: DiscordCodes.BlockedByAutoMod or DiscordCodes.BlockedLink } => RestOutcome.Blocked,
        { Error.Code: DiscordCodes.RequestTooLarge or DiscordCodes.FileTooLarge } or { Status: 413 } => RestOutcome.TooLarge,
        { Error.Code: DiscordCodes.MissingAccess or DiscordCodes.MissingPermission } or { Status: 403 } => RestOutcome.Forbidden,
        { Status: 404 } => RestOutcome.Gone,
        { Status: 401 } => RestOutcome.Expired,
        { Status: 500 or (>= 400 and < 500) } => RestOutcome.Invalid,
        _ => RestOutcome.Failed,
    };

    /// <summary>The message's id, where the answer is a message or has one in it (<c>with_response=true</c>).</summary>
    private static ulong? MessageIdIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = body.IsEmpty ? null : JsonDocument.Parse(body);
            var message = document?.RootElement ?? default;
            if (message.Member("resource"u8) is { ValueKind: not JsonValueKind.Undefined } resource)
            {
                message = resource.Member("message"u8);
            }

            return ulong.TryParse(message.Member("id"u8).Text(), out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
