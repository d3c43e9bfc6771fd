using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Keeps requests inside Discord's rate limits and repeats what was refused with 429, as long as the call's deadline allows. Its state is
/// in <see cref="RateLimits"/>, since the factory renews handlers.
/// </summary>
internal sealed class RateLimitHandler(RateLimits limits, TimeProvider time, Random random, ILogger<RateLimitHandler> logger)
    : DelegatingHandler
{
    private const int MostRefusals = 3;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(RestCall.Key, out var call);
        ArgumentNullException.ThrowIfNull(call);
        for (var refusals = 1; ; refusals++)
        {
            if (await AdmitAsync(call, cancellationToken) is { } reason)
            {
                return GiveUp(request, call, reason);
            }

            var response = await AttemptAsync(request, call, cancellationToken);
            var facts = await LearnAsync(call, response, refusals, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || facts.IsDailyQuota || refusals > MostRefusals
                || IsTooLate(call, facts.RetryAfter))
            {
                return response;
            }

            response.Dispose();
        }
    }

    /// <summary>Waits until the request may leave. Returns why it never may.</summary>
    private async Task<string?> AdmitAsync(RestCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var admission = limits.Ask(call.Route);
            if (admission is { Never: null, Wait.Ticks: 0 } or { Never: not null })
            {
                return admission.Never;
            }

            if (IsTooLate(call, admission.Wait))
            {
                return "its rate limit ends after its deadline";
            }

            await Task.Delay(admission.Wait, time, cancellationToken);
        }
    }

    private bool IsTooLate(RestCall call, TimeSpan wait) =>
        wait > TimeSpan.Zero && time.GetElapsedTime(call.Deadline, time.GetTimestamp()) + wait >= TimeSpan.Zero;

    private HttpResponseMessage GiveUp(HttpRequestMessage request, RestCall call, string reason)
    {
        logger.RequestGivenUp(call.Route.Key, reason);
        request.Options.Set(RestCall.GivenUp, reason);
        return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, RestCall call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(call.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            limits.Forget(call.Route);
            throw new TimeoutException("no answer in time", e);
        }
        catch
        {
            limits.Forget(call.Route);
            throw;
        }
    }

    private async Task<RateLimitFacts> LearnAsync(
        RestCall call, HttpResponseMessage response, int refusals, CancellationToken cancellationToken)
    {
        var facts = FromHeaders(response);
        if (facts.Status is 404 or 429)
        {
            var body = await BoundedBody.BufferAsync(response, cancellationToken);
            var error = DiscordError.Parse(facts.Status, body);
            facts = facts with
            {
                UnknownWebhook = error.Code == DiscordCodes.UnknownWebhook && !call.IsEarly,
                IsDailyQuota = error.Code == DiscordCodes.DailyCreatesUsedUp,
                RetryAfter = RetryAfter(response, error, refusals),
            };
        }

        limits.Learn(call.Route, facts);
        if (facts.Status == 429)
        {
            logger.RateLimited(
                call.Route.Key, facts.IsGlobal ? "global" : facts.IsShared ? "shared" : "user", facts.RetryAfter.TotalMilliseconds);
        }

        if (limits.InvalidRequests >= DiscordLimits.InvalidRequests)
        {
            logger.TooManyInvalidRequests(limits.InvalidRequests);
        }

        return facts;
    }

    private RateLimitFacts FromHeaders(HttpResponseMessage response)
    {
        var headers = response.Headers;
        var scope = Text(headers, "X-RateLimit-Scope");
        return new RateLimitFacts((int)response.StatusCode)
        {
            Bucket = Text(headers, "X-RateLimit-Bucket"),
            Limit = (int?)Number(headers, "X-RateLimit-Limit"),
            Remaining = (int?)Number(headers, "X-RateLimit-Remaining"),
            ResetAfter = ResetAfter(headers),
            IsShared = scope == "shared",
            IsGlobal = scope == "global" || Text(headers, "X-RateLimit-Global") is "true" or "True",
        };
    }

    /// <summary>The relative time where there is one, since clocks differ; else the absolute one.</summary>
    private TimeSpan ResetAfter(HttpResponseHeaders headers)
    {
        var seconds = Number(headers, "X-RateLimit-Reset-After")
            ?? (Number(headers, "X-RateLimit-Reset") - (time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0));
        return TimeSpan.FromSeconds(Math.Clamp(seconds ?? 0, 0, 86_400));
    }

    /// <summary>The longest of what header and body say; without either, a pause that doubles.</summary>
    private TimeSpan RetryAfter(HttpResponseMessage response, DiscordError error, int refusals)
    {
        var header = response.Headers.RetryAfter?.Delta?.TotalSeconds ?? Number(response.Headers, "Retry-After");
        var told = Math.Max(header ?? 0, error.RetryAfterSeconds ?? 0);
        var seconds = told > 0 ? told : Math.Pow(2, refusals - 1) * (1 + random.NextDouble());
        return TimeSpan.FromSeconds(Math.Min(seconds, 604_800));
    }

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            && Math.Abs(number) < int.MaxValue
            ? number
            : null;
}
