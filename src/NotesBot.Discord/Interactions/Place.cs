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

    /// <summary>
    /// Whether nobody else will see a reply, or a public one would fail: the bot is there only because this person brought it along, who
    /// may
    /// not use such bots, or not write, in this place.
    /// </summary>
    internal bool AllowsOnlyPrivate { get; } = interaction is
    {
        IsInstalledByUser: true, IsInstalledInPlace: false,
        MemberPermissions: { } may
    }
        && ((may & UseExternalApps) == 0 || (may & (interaction.IsInThread ? SendMessagesInThreads : SendMessages)) == 0);

    /// <summary>Whether this person asked for what the pressed message shows.</summary>
    internal bool IsByWhoAsked => interaction.Message is null || IsOnPrivate || interaction.Message.AskedBy == interaction.UserId;

    /// <summary>Whether only this person sees the pressed message.</summary>
    internal bool IsOnPrivate => ((interaction.Message?.Flags ?? 0) & Rendering.MessageFlags.Ephemeral) != 0;

    /// <summary>Who asks.</summary>
    internal Asker Asker => new(interaction.Locale, tools.Application.IsOwner(interaction.UserId), HasVisibility: true)
    {
        PrivateByDefault = IsPrivateByDefault,
    };

    private bool IsPrivateByDefault => AllowsOnlyPrivate || IsOnPrivate || tools.Settings.Options.Replies == ReplyVisibility.Private;

    /// <summary>Whether a reply is for this person only.</summary>
    /// <param name="wish">What the reply or the question says; <see langword="null"/> for nothing.</param>
    internal bool IsPrivate(bool? wish) => AllowsOnlyPrivate || (wish ?? IsPrivateByDefault);

    /// <summary>
    /// Whether a reply that is late is announced privately. What only the owner sees has no option for it, and never begins publicly.
    /// </summary>
    internal bool DefersPrivately(Invocation invocation)
    {
        var definition = tools.Commands.Definitions.FirstOrDefault(known => known.Name == invocation.Command
            && known.Kind == invocation.Kind);
        var hasOption = definition?.Options.Any(option => option.Name == CommandSet.PrivateOption) == true;
        var isPrivate = definition?.IsPrivate == true || (!hasOption && tools.Application.IsOwner(interaction.UserId));
        return IsPrivate(isPrivate ? true : invocation.Flag(CommandSet.PrivateOption));
    }
}
