using Microsoft.Extensions.Logging;

namespace NotesBot.Discord;

/// <summary>Interactions: 4300.</summary>
internal static partial class Log
{
    [LoggerMessage(4301, LogLevel.Warning, "An interaction could not be read: {Bytes} bytes")]
    internal static partial void InteractionUnreadable(this ILogger logger, int bytes);

    [LoggerMessage(4302, LogLevel.Warning, "Interaction {Id} was for application {ApplicationId}, not for us; it is dropped")]
    internal static partial void InteractionForAnother(this ILogger logger, ulong id, ulong applicationId);

    [LoggerMessage(4303, LogLevel.Warning, "Interaction {Id} has the unknown type {Type}; it is ignored")]
    internal static partial void InteractionTypeUnknown(this ILogger logger, ulong id, int type);

    [LoggerMessage(4304, LogLevel.Warning,
        "Interaction {Id} seems to have taken {DelayMs:F0} ms to get here: the network is slow or the clock of this machine is wrong")]
    internal static partial void InteractionDelayed(this ILogger logger, ulong id, double delayMs);

    [LoggerMessage(4305, LogLevel.Warning, "Interaction {Id} took longer than Discord waits for an answer; nothing was sent")]
    internal static partial void AnswerTooLate(this ILogger logger, ulong id);

    [LoggerMessage(4306, LogLevel.Warning, "The answer to interaction {Id} was refused ({Outcome}); a shorter one was tried: {Retried}")]
    internal static partial void AnswerShortened(this ILogger logger, ulong id, Rest.RestOutcome outcome, Rest.RestOutcome retried);

    [LoggerMessage(4307, LogLevel.Information, "The answer to interaction {Id} did not get through: {Outcome}")]
    internal static partial void AnswerLost(this ILogger logger, ulong id, Rest.RestOutcome outcome);

    [LoggerMessage(4309, LogLevel.Information,
        "Discord did not say in time that it has the first response to interaction {Id}: it may have arrived or not")]
    internal static partial void FirstResponseUnconfirmed(this ILogger logger, ulong id);

    [LoggerMessage(4308, LogLevel.Debug, "Interaction {Id} of type {Type}: first response {ResponseType} after {ElapsedMs:F0} ms")]
    internal static partial void FirstResponseSent(this ILogger logger, ulong id, int type, int responseType, double elapsedMs);
}
