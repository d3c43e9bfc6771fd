namespace NotesBot.Discord.Registration;

/// <summary>The languages that Discord knows. Source: Discord's page "Reference", section "Locales".</summary>
internal static class DiscordLocales
{
    /// <summary>All 32. The API's description has two more, which its page does not.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
        "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    };
}
