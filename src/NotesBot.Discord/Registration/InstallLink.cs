using System.Globalization;

namespace NotesBot.Discord.Registration;

/// <summary>Where a person adds the application to a server. It asks for no permission. Page "OAuth2".</summary>
internal static class InstallLink
{
    /// <summary>The link of an application.</summary>
    public static string Of(ulong applicationId) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot%20applications.commands");
}
