namespace NotesBot;

internal static partial class Log
{
    [LoggerMessage(5003, LogLevel.Debug, "Indexing stopped")]
    internal static partial void IndexingStopped(this ILogger logger);

    [LoggerMessage(5006, LogLevel.Critical, "{Sentence}")]
    internal static partial void TransportStopped(this ILogger logger, string sentence);

    [LoggerMessage(5014, LogLevel.Error, "What speaks to Discord broke down, and is begun anew")]
    internal static partial void TransportBroken(this ILogger logger, Exception exception);

    [LoggerMessage(5007, LogLevel.Warning, "The health file could not be written: {Reason}")]
    internal static partial void HealthNotWritten(this ILogger logger, string reason);

    [LoggerMessage(5015, LogLevel.Information, "The page is at {Address}")]
    internal static partial void PageServed(this ILogger logger, string address);
}
