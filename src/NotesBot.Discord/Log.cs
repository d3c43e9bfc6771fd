using Microsoft.Extensions.Logging;

namespace NotesBot.Discord;

/// <summary>
/// What the room Discord writes to the log: gateway 4000, REST 4100, registration 4200; interactions 4300 and the HTTP endpoint 4400 are
/// in their folders. Never tokens, paths of the API, names or words of people.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Debug, "{Route}: {Status} in {ElapsedMs:F0} ms")]
    internal static partial void RequestDone(this ILogger logger, string route, int status, double elapsedMs);

    [LoggerMessage(4102, LogLevel.Warning, "{Route} was given up: {Reason}")]
    internal static partial void RequestGivenUp(this ILogger logger, string route, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "{Route} got no answer: {Reason}")]
    internal static partial void RequestFailed(this ILogger logger, string route, string reason);

    [LoggerMessage(4104, LogLevel.Warning, "{Route} was refused: HTTP {Status}, code {Code}: {Message}")]
    internal static partial void RequestRefused(this ILogger logger, string route, int status, int code, string message);

    [LoggerMessage(4105, LogLevel.Warning, "{Route} was refused: {Field}: {Code}: {Message}")]
    internal static partial void FieldRefused(this ILogger logger, string route, string field, string code, string message);

    [LoggerMessage(4106, LogLevel.Warning, "{Route} is rate limited ({Scope}) for {WaitMs:F0} ms")]
    internal static partial void RateLimited(this ILogger logger, string route, string scope, double waitMs);

    [LoggerMessage(4107, LogLevel.Error, "{Count} invalid requests in ten minutes: routes that fail are not asked until there are fewer")]
    internal static partial void TooManyInvalidRequests(this ILogger logger, int count);

    [LoggerMessage(4108, LogLevel.Error, "Discord refuses our User-Agent {UserAgent}: please report this")]
    internal static partial void UserAgentRefused(this ILogger logger, string userAgent);

    [LoggerMessage(4109, LogLevel.Warning, "Interaction {Id} is not there any more (code {Code}), {ElapsedMs:F0} ms after it arrived")]
    internal static partial void InteractionExpired(this ILogger logger, ulong id, int code, double elapsedMs);
}
