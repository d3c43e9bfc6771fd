using Microsoft.Extensions.Logging;

namespace NotesBot.Notes;

/// <summary>What this room says in the log: event ids 1000 to 1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "{Path} was not read: {Reason}")]
    internal static partial void FileNotRead(this ILogger logger, string path, string reason);

    [LoggerMessage(1003, LogLevel.Information, "{Path} was read in part: {Reason}")]
    internal static partial void PartsLeftOut(this ILogger logger, string path, string reason);

    [LoggerMessage(1002, LogLevel.Debug, "{Path} read: {Passages} passages in {ElapsedMs} ms")]
    internal static partial void FileRead(this ILogger logger, string path, int passages, double elapsedMs);

    [LoggerMessage(1010, LogLevel.Warning, "The notes folder cannot be watched, so changes are found by the regular look alone: {Reason}")]
    internal static partial void FolderNotWatched(this ILogger logger, string reason);

    [LoggerMessage(1020, LogLevel.Information, "The notes were fetched: commit {Commit}, {ElapsedMs:0} ms")]
    internal static partial void NotesFetched(this ILogger logger, string commit, double elapsedMs);

    [LoggerMessage(1021, LogLevel.Warning, "The notes could not be fetched, so the last good ones answer. {Fault}")]
    internal static partial void NotesNotFetched(this ILogger logger, string fault);

    [LoggerMessage(1022, LogLevel.Information, "The notes can be fetched again")]
    internal static partial void NotesFetchedAgain(this ILogger logger);
}
