using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using NotesBot.Commands;

namespace NotesBot.Discord.Rest;

/// <summary>The bot's token, and whether Discord still takes it. Its text never shows the token. Safe from many threads.</summary>
/// <param name="token">The token; <see langword="null"/> where none is needed.</param>
internal sealed class BotCredential(string? token)
{
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The token for the gateway; empty without one.</summary>
    public string Token { get; } = token ?? "";

    /// <summary>What bot routes carry; <see langword="null"/> without a token.</summary>
    public AuthenticationHeaderValue? Header { get; } = token is null ? null : new("Bot", token);

    /// <summary>Whether Discord refused the token: then nothing more is asked with it.</summary>
    public bool IsRefused => _refused.Task.IsCompleted;

    /// <summary>The application that the token names, which is its first part in base 64; <see langword="null"/> where it names none.</summary>
    public ulong? ApplicationId
    {
        get
        {
            var parts = Token.Split('.');
            if (parts.Length != 3 || Array.Exists(parts, part => part.Length == 0) || !Base64Url.IsValid(parts[0]))
            {
                return null;
            }

            var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[0]));
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
    }

    /// <summary>Ends when Discord refuses the token.</summary>
    public Task Refused => _refused.Task;

    /// <summary>Discord refused the token.</summary>
    public void Refuse() => _refused.TrySetResult();

    /// <summary>
    /// What stands for the application in files: its id as configured or as the token names it, else a digest of the token.
    /// </summary>
    public string NameOf(ulong? configured) => (configured ?? ApplicationId)?.ToString(CultureInfo.InvariantCulture)
        ?? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token)))[..16];

    /// <summary>The sentence for it.</summary>
    public static TransportStoppedException Stopped() =>
        new("Discord refuses the token: copy it again from the page Bot of your application into Discord__Token (or its file).");
}
