using Microsoft.Extensions.Logging;

namespace NotesBot.Search;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "Index committed: {Files} files in {ElapsedMs:0} ms")]
    internal static partial void IndexCommitted(this ILogger logger, int files, double elapsedMs);

    [LoggerMessage(2002, LogLevel.Warning, "The index is built anew: {Reason}")]
    internal static partial void IndexRestarted(this ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Debug, "What was written since the last commit could not be taken back; the next start does it")]
    internal static partial void NotRolledBack(this ILogger logger, Exception exception);

    [LoggerMessage(2004, LogLevel.Warning, "The index cannot be written and answers as it is: {Reason}")]
    internal static partial void IndexNotWritable(this ILogger logger, string reason);

    [LoggerMessage(2005, LogLevel.Warning, "A line of the synonyms says nothing and was passed over: {Fault}")]
    internal static partial void SynonymPassedOver(this ILogger logger, string fault);
}
