using Microsoft.Extensions.Logging;
using NotesBot.Commands;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Interactions;

/// <summary>What answering interactions needs.</summary>
/// <param name="Commands">Who knows the answers.</param>
/// <param name="Rest">What goes out after the first response.</param>
/// <param name="Application">Whose bot this is.</param>
/// <param name="Settings">What does not change while it runs.</param>
internal sealed record InteractionTools(CommandSet Commands, InteractionRest Rest, ApplicationIdentity Application,
    InteractionSettings Settings);

/// <summary>What does not change while the bot runs.</summary>
/// <param name="Options">What the person who runs the bot decided.</param>
/// <param name="Time">The clock.</param>
/// <param name="Metrics">What is counted.</param>
/// <param name="Logger">The log.</param>
internal sealed record InteractionSettings(DiscordOptions Options, TimeProvider Time, DiscordMetrics Metrics, ILogger Logger)
{
    /// <summary>What keeps the token out of messages.</summary>
    internal TokenMask Mask { get; } = new(Options.Token);
}
