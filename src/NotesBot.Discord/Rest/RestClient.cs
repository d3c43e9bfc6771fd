using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Sends requests to Discord's API. No answer, however odd, makes it throw; what it writes to the log names routes by their template,
/// never by their path. Safe from many threads.
/// </summary>
internal sealed class RestClient(
    IHttpMessageHandlerFactory factory, BotCredential credential, RestRetry retry, IOptions<DiscordOptions> options, ILogger<RestClient> logger)
{
    /// <summary>The name of the client in the factory.</summary>
    public const string ClientName = "discord";

    /// <summary>How we introduce ourselves. Page "Reference", section "User Agent".</summary>
    public static readonly string UserAgent = $"DiscordBot ({RepositoryUrl}, {typeof(RestClient).Assembly.GetName().Version!.ToString(3)})";

    private readonly string _root = $"{options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v{DiscordLimits.ApiVersion}";

    /// <summary>Where the program is published: <c>RepositoryUrl</c> of Directory.Build.props.</summary>
    private static string RepositoryUrl => typeof(RestClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == nameof(RepositoryUrl)).Value!;

    /// <summary>The moment <paramref name="after"/> now, as deadlines are given.</summary>
    public long DeadlineIn(TimeSpan after) => retry.Time.GetTimestamp() + (long)(after.TotalSeconds * retry.Time.TimestampFrequency);

    /// <summary>Sends and reads the answer.</summary>
    public async Task<RestResponse> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        var left = retry.Time.GetElapsedTime(retry.Time.GetTimestamp(), call.Deadline);
        if (left <= TimeSpan.Zero)
        {
            logger.RequestGivenUp(call.Route.Key, "its deadline is over");
            return new RestResponse(0, default, RestFailure.GivenUp);
        }

        using var deadline = new CancellationTokenSource(left, retry.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await retry.SendAsync(call, AttemptAsync, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            logger.RequestFailed(call.Route.Key, "no answer before its deadline");
            return new RestResponse(0, default, RestFailure.Broken);
        }
    }

    private async Task<RestResponse> AttemptAsync(RestCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await ExchangeAsync(call, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            logger.RequestFailed(call.Route.Key, Explain(e));
            return new RestResponse(0, default, HasSurelyNotLeft(e) ? RestFailure.NotConnected : RestFailure.Broken);
        }
    }

    private async Task<RestResponse> ExchangeAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        var started = retry.Time.GetTimestamp();
        using var http = new HttpMessageInvoker(factory.CreateHandler(ClientName), disposeHandler: false);
        using var response = await http.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(RestCall.GivenUp, out _))
        {
            return new RestResponse(0, default, RestFailure.GivenUp);
        }

        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancellationToken);
        var status = (int)response.StatusCode;
        logger.RequestDone(call.Route.Key, status, retry.Time.GetElapsedTime(started).TotalMilliseconds);
        var error = status is >= 200 and < 300 ? null : DiscordError.Parse(status, body);
        LogError(call.Route, error);
        return new RestResponse(status, body, whole ? RestFailure.None : RestFailure.TooLong) { Error = error };
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Route.Method, _root + call.Route.Path) { Content = call.Content?.Invoke() };
        request.Options.Set(RestCall.Key, call);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Authorization = call.Route.IsInteraction ? null : credential.Header;
        return request;
    }

    private void LogError(RestRoute route, DiscordError? error)
    {
        if (error is null)
        {
            return;
        }

        if (error.Code == 40333)
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

    private static string Explain(Exception e) =>
        e is HttpRequestException { HttpRequestError: var error } ? error.ToString() : e.GetType().Name;
}
