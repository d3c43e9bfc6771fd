using NotesBot.Discord;
using NotesBot.Hosting;

namespace NotesBot.Cli;

/// <summary><c>run</c>: the bot on Discord if it is configured, else a chat in this terminal.</summary>
internal static class RunCommand
{
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(Settings settings, CancellationToken cancellationToken) =>
        DiscordServices.IsConfigured(settings.Configuration)
            ? BotHost.RunAsync(settings, cancellationToken)
            : ChatHost.RunAsync(settings, cancellationToken);
}
