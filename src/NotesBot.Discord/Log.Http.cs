using Microsoft.Extensions.Logging;

namespace NotesBot.Discord;

/// <summary>The HTTP endpoint: 4400.</summary>
internal static partial class Log
{
    [LoggerMessage(4401, LogLevel.Warning,
        "A rightly signed request has a timestamp of {Length} characters that is no number; it is answered")]
    internal static partial void TimestampUnknown(this ILogger logger, int length);

    [LoggerMessage(4402, LogLevel.Warning, "A rightly signed request was refused: its timestamp is minutes behind that of others")]
    internal static partial void RequestReplayed(this ILogger logger);

    [LoggerMessage(4405, LogLevel.Warning, "The record of answered requests cannot be used ({Reason}): a restart will not know of them")]
    internal static partial void SeenUnusable(this ILogger logger, string reason);

    [LoggerMessage(4403, LogLevel.Warning, "Interaction {Id} came again and is not answered again")]
    internal static partial void HttpInteractionRepeated(this ILogger logger, ulong id);

    /// <summary>Says what failed and where, but not the exception's own words: they may quote a token or what somebody asked.</summary>
    internal static void HttpInteractionFailed(this ILogger logger, Exception exception, ulong id) =>
        logger.HttpInteractionFailed(id, exception.GetType().Name, exception.StackTrace ?? "");

    [LoggerMessage(4404, LogLevel.Error, "Interaction {Id} could not be handled: {Failure} {Where}")]
    private static partial void HttpInteractionFailed(this ILogger logger, ulong id, string failure, string where);
}
