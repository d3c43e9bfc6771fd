using Microsoft.Extensions.Logging;

namespace NotesBot.Commands;

/// <summary>
/// What this room says in the log: event ids 3000 to 3999. Of an exception its kind and where it happened, never its own words: they may
/// quote a token or what somebody asked.
/// </summary>
internal static partial class Log
{
    /// <summary>Says what failed and where, under the id that the person who asked was shown.</summary>
    internal static void CommandFailed(this ILogger logger, Exception exception, string command, string errorId) =>
        logger.CommandFailed(command, errorId, KindOf(exception), PlaceOf(exception));

    [LoggerMessage(3001, LogLevel.Error, "Command {Command} failed; the person who asked was shown the id {ErrorId}: {Failure}\n{Where}")]
    private static partial void CommandFailed(this ILogger logger, string command, string errorId, string failure, string where);

    /// <summary>Says why there was no index to answer from, and where reading it failed if it did.</summary>
    internal static void IndexUnavailable(this ILogger logger, Exception? cause, string command, string reason)
    {
        if (cause is null)
        {
            logger.IndexUnavailable(command, reason);
        }
        else
        {
            logger.IndexUnreadable(command, reason, KindOf(cause), PlaceOf(cause));
        }
    }

    [LoggerMessage(3002, LogLevel.Information, "Command {Command} could not be answered: {Reason}")]
    private static partial void IndexUnavailable(this ILogger logger, string command, string reason);

    [LoggerMessage(3004, LogLevel.Error, "Command {Command} could not be answered: {Reason} {Failure}\n{Where}")]
    private static partial void IndexUnreadable(this ILogger logger, string command, string reason, string failure, string where);

    /// <summary>Says what failed and where.</summary>
    internal static void CompletionFailed(this ILogger logger, Exception exception, string command) =>
        logger.CompletionFailed(command, KindOf(exception), PlaceOf(exception));

    [LoggerMessage(3003, LogLevel.Warning, "Completing {Command} failed; nothing was offered: {Failure}\n{Where}")]
    private static partial void CompletionFailed(this ILogger logger, string command, string failure, string where);

    /// <summary>The kinds of an exception and of what caused it, the outermost first.</summary>
    private static string KindOf(Exception exception) =>
        string.Join(" < ", WithCauses(exception).Select(one => one.GetType().FullName));

    /// <summary>Where the innermost was thrown and what it passed on its way.</summary>
    private static string PlaceOf(Exception exception) => string.Join('\n', WithCauses(exception).Reverse().Select(one => one.StackTrace));

    private static IEnumerable<Exception> WithCauses(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
