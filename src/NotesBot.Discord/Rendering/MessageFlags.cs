namespace NotesBot.Discord.Rendering;

/// <summary>Flags of a message that the bot sets or reads.</summary>
/// <remarks>Page "Message", section "Message Flags".</remarks>
internal static class MessageFlags
{
    /// <summary>No previews of links.</summary>
    internal const int SuppressEmbeds = 1 << 2;

    /// <summary>Only the person who asked sees it.</summary>
    internal const int Ephemeral = 1 << 6;

    /// <summary>Its components are all there is of it. Can be set by an edit, never removed.</summary>
    internal const int IsComponentsV2 = 1 << 15;
}
