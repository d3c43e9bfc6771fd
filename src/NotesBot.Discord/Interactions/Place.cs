using NotesBot.Commands;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Interactions;

/// <summary>Who asks where, and what can be seen there.</summary>
/// <param name="interaction">What arrived.</param>
/// <param name="tools">Whose bot this is, and who sees replies.</param>
internal sealed class Place(Interaction interaction, InteractionTools tools)
{
    /// <summary>Page "Permissions": SEND_MESSAGES.</summary>
    private const ulong SendMessages = 1UL << 11;

    /// <summary>Page "Permissions": SEND_MESSAGES_IN_THREADS.</summary>
    private const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>Page "Permissions": USE_EXTERNAL_APPS.</summary>
    private const ulong UseExternalApps = 1UL << 50;

    /// <summary>Who asks.</summary>
    internal Asker Asker => new(interaction.Locale, tools.Application.IsOwner(interaction.UserId), Visibility);

    /// <summary>Who sees what is said here.</summary>
    internal Visibility Visibility => new()
    {
        OnlyPrivate = AllowsOnlyPrivate,
        PrivateByDefault = tools.Settings.Options.Replies == ReplyVisibility.Private,
        OnPrivate = IsOnPrivate,
        ByWhoAsked = interaction.Message is null || IsOnPrivate || interaction.Message.AskedBy == interaction.UserId,
    };

    private bool IsOnPrivate => ((interaction.Message?.Flags ?? 0) & Rendering.MessageFlags.Ephemeral) != 0;

    /// <summary>
    /// Whether nobody else will see a reply, or a public one would fail: the bot is there only because this person brought it along, who may
    /// not use such bots, or not write, in this place.
    /// </summary>
    private bool AllowsOnlyPrivate => interaction is
    {
        IsInstalledByUser: true, IsInstalledInPlace: false,
        MemberPermissions: { } may
    }
        && ((may & UseExternalApps) == 0 || (may & (interaction.IsInThread ? SendMessagesInThreads : SendMessages)) == 0);
}
