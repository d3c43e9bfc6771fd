using Microsoft.Extensions.Logging;

namespace NotesBot.DiscordNet;

/// <summary>What this room writes to the log.</summary>
internal static partial class Log
{
    [LoggerMessage(4900, LogLevel.Warning, "Discord.Net, {Source}: {Text}")]
    internal static partial void LibrarySays(this ILogger logger, string source, string? text);
}
