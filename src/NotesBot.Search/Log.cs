using Microsoft.Extensions.Logging;

namespace NotesBot.Search;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "Index committed: {Files} files in {ElapsedMs:0} ms")]
    internal static partial void IndexCommitted(this ILogger logger, int files, double elapsedMs);

    [LoggerMessage(2002, LogLevel.Warning, "Index set aside and begun anew: {Reason}")]
    internal static partial void IndexRestarted(this ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Error, "Writing to the index failed; everything since the last commit was taken back")]
    internal static partial void WriteFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2004, LogLevel.Information, "The index was not closed last time and is being checked")]
    internal static partial void CheckingIndex(this ILogger logger);
}
