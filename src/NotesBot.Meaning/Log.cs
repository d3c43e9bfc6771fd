using Microsoft.Extensions.Logging;

namespace NotesBot.Meaning;

internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Warning, "Questions are answered by words alone: {Reason}")]
    internal static partial void ModelUnusable(this ILogger logger, string reason);

    [LoggerMessage(6001, LogLevel.Warning, "The vectors beside the index cannot be read: {Reason}")]
    internal static partial void VectorsUnreadable(this ILogger logger, string reason);
}
