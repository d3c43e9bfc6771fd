using System.Globalization;
using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Diagnosis;

/// <summary>What can be said of a token by its looks. It is never shown.</summary>
internal static class TokenDiagnosis
{
    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Looks at the token and at the file that it came from.</summary>
    public static IEnumerable<Finding> Examine(BotCredential credential, DiscordOptions options)
    {
        if (credential.ApplicationId is not { } id)
        {
            yield return Finding.Warning(
                "token", "The token does not look like one (three parts with dots between them): a client secret or a public key is not a token.");
        }
        else if (options.ApplicationId is { } expected && expected != id)
        {
            yield return Finding.Fault(
                "token",
                string.Create(CultureInfo.InvariantCulture, $"The token is one of application {id}, not of {expected}: correct one of them."));
        }

        if (options.TokenFile is { } file && IsReadableByOthers(file))
        {
            yield return Finding.Warning("token", $"Others may read the token's file {file}: chmod 600 {file}.");
        }
    }

    private static bool IsReadableByOthers(string file)
    {
        try
        {
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & OthersMayRead) != 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
