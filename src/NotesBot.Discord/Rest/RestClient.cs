using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Sends requests to Discord's API. No answer, however odd, makes it throw; what it writes to the log names routes by their template,
/// never by their path. Safe from many threads.
/// </summary>
internal sealed class RestClient(
    IHttpMessageHandlerFactory factory, BotCredential credential, RestPolicy policy, IOptions<DiscordOptions> options,
    ILogger<RestClient> logger)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "discord";

    /// <summary>How we introduce ourselves. Page "Reference", section "User Agent".</summary>
    public static readonly string UserAgent = $"DiscordBot ({RepositoryUrl}, {typeof(RestClient).Assembly.GetName().Version!.ToString(3)})";

    private readonly string _root = $"{options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v{DiscordLimits.ApiVersion}";

    /// <summary>Where the program is published: <c>RepositoryUrl</c> of Directory.Build.props.</summary>
    private static string RepositoryUrl => typeof(RestClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == nameof(RepositoryUrl)).Value!;

    /// <summary>Where the API is.</summary>
    public string Host { get; } = options.Value.ApiBaseUrl.Host;

    /// <summary>The moment <paramref name="after"/> now, as deadlines are given.</summary>
    public long DeadlineIn(TimeSpan after) => policy.Retry.Time.GetTimestamp() + (long)(after.TotalSeconds * policy.Retry.Time.TimestampFrequency);

    /// <summary>Sends and reads the answer.</summary>
    public async Task<RestResponse> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        var left = policy.Retry.Time.GetElapsedTime(policy.Retry.Time.GetTimestamp(), call.Deadline);
        if (left <= TimeSpan.Zero)
        {
            logger.RequestGivenUp(call.Route.Key, "its deadline is over");
            return new RestResponse(0, default, RestFailure.GivenUp) { Reason = "its deadline is over" };
        }

        using var deadline = new CancellationTokenSource(call.OutlivesDeadline ? left + call.AttemptTimeout : left, policy.Retry.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await policy.Retry.SendAsync(call, AttemptAsync, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Fail(call, "no answer in time", RestFailure.Unconfirmed);
        }
    }

    private async Task<RestResponse> AttemptAsync(RestCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await ExchangeAsync(call, cancellationToken);
        }
        catch (TimeoutException e)
        {
            return Fail(call, e.Message, RestFailure.Unconfirmed);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Fail(call, e.GetBaseException().Message, HasSurelyNotLeft(e) ? RestFailure.NotConnected : RestFailure.Broken);
        }
    }

    private RestResponse Fail(RestCall call, string told, RestFailure failure)
    {
        var reason = Harmless(told, call.Route);
        logger.RequestFailed(call.Route.Key, reason);
        return new RestResponse(0, default, failure) { Reason = reason };
    }

    private async Task<RestResponse> ExchangeAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        var started = policy.Retry.Time.GetTimestamp();
        using var http = new HttpMessageInvoker(factory.CreateHandler(ClientName), disposeHandler: false);
        using var response = await http.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(RestCall.GivenUp, out _))
        {
            return new RestResponse(0, default, RestFailure.GivenUp) { Reason = "its route is barred" };
        }

        if (response.Headers.Date is { } date)
        {
            policy.Clock.Learn(date);
        }

        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancellationToken);
        var status = (int)response.StatusCode;
        logger.RequestDone(call.Route.Key, status, policy.Retry.Time.GetElapsedTime(started).TotalMilliseconds);
        var error = status is >= 200 and < 300 ? null : DiscordError.Parse(status, body);
        LogError(call, error);
        return new RestResponse(status, body, whole ? RestFailure.None : RestFailure.TooLong) { Error = error, Reason = error?.Message ?? "" };
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Route.Method, _root + call.Route.Path) { Content = call.Content?.Invoke() };
        request.Options.Set(RestCall.Key, call);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Authorization = call.Route.IsInteraction ? null : credential.Header;
        return request;
    }

    private void LogError(RestCall call, DiscordError? error)
    {
        if (error is null || (call.IsRepeated && error.Code == DiscordCodes.AlreadyAcknowledged))
        {
            return;
        }

        var route = call.Route;
        if (error.Code == DiscordCodes.WrongUserAgent)
        {
            logger.UserAgentRefused(UserAgent);
        }

        logger.RequestRefused(route.Key, error.Status, error.Code, Harmless(error.Message, route));
        foreach (var leaf in error.Leaves)
        {
            logger.FieldRefused(route.Key, Harmless(leaf.Path, route), leaf.Code, Harmless(leaf.Message, route));
        }
    }

    /// <summary>Discord's words without what it quotes from our request: that may be a token or what somebody asked.</summary>
    private string Harmless(string text, RestRoute route)
    {
        var parts = text.Split('"');
        var unquoted = string.Join("\"", parts.Select((part, i) => i % 2 == 1 ? "…" : part));
        var secrets = route.Major.Split('/').Append(credential.Token).Where(secret => secret.Length > 20);
        return secrets.Aggregate(unquoted, (words, secret) => words.Replace(secret, "…", StringComparison.Ordinal));
    }

    private static bool HasSurelyNotLeft(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
    };
}

/// <summary>How requests are repeated, and what is learnt of their answers.</summary>
/// <param name="Retry">Repeats.</param>
/// <param name="Clock">Learns Discord's time.</param>
internal sealed record RestPolicy(RestRetry Retry, DiscordClock Clock);
