using Microsoft.Extensions.Logging;

namespace NotesBot.Library;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Information, "Notes{At}: {Passages} passages; {Read} files read, {Removed} removed, {ElapsedMs:0} ms")]
    internal static partial void NotesRefreshed(this ILogger logger, string at, int passages, int read, int removed, double elapsedMs);

    [LoggerMessage(5002, LogLevel.Warning, "The notes could not be refreshed; the last good index answers, and it is tried again. {Reason}")]
    internal static partial void RefreshFailed(this ILogger logger, Exception? exception, string reason);

    [LoggerMessage(5010, LogLevel.Information, "The notes can be refreshed again")]
    internal static partial void RefreshedAgain(this ILogger logger);

    [LoggerMessage(5009, LogLevel.Debug, "The notes could still not be refreshed: {Reason}")]
    internal static partial void RefreshFailedAgain(this ILogger logger, string reason);

    [LoggerMessage(5005, LogLevel.Warning, "Not looked at: {Path}: {Reason}")]
    internal static partial void NotLookedAt(this ILogger logger, string path, string reason);

    [LoggerMessage(5008, LogLevel.Information, "Reading notes: {Done} of {Total} files")]
    internal static partial void ReadingNotes(this ILogger logger, int done, int total);

    [LoggerMessage(5014, LogLevel.Warning, "Vectors of the notes could not be made; words answer, and it is tried again. {Reason}")]
    internal static partial void VectorsNotMade(this ILogger logger, Exception exception, string reason);

    [LoggerMessage(5013, LogLevel.Error, "The index is built anew: {Damage}")]
    internal static partial void IndexDamaged(this ILogger logger, string damage);
}
