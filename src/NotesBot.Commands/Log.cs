using Microsoft.Extensions.Logging;

namespace NotesBot.Commands;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "Command {Command} failed; the person who asked was shown the id {ErrorId}")]
    internal static partial void CommandFailed(this ILogger logger, Exception exception, string command, string errorId);

    [LoggerMessage(3002, LogLevel.Information, "Command {Command} could not be answered: {Reason}")]
    internal static partial void IndexUnavailable(this ILogger logger, Exception? cause, string command, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "Completing {Command} failed; nothing was offered")]
    internal static partial void CompletionFailed(this ILogger logger, Exception exception, string command);
}
