using System.Security.Cryptography;
using System.Text;

namespace NotesBot.Hosting;

/// <summary>What a git host proves with that a webhook is from it. Compares in constant time. Safe to use from many threads.</summary>
/// <remarks>
/// Sources: GitHub's "Validating webhook deliveries" (<c>X-Hub-Signature-256</c>, which Gitea and Forgejo send too, and Bitbucket as
/// <c>X-Hub-Signature</c>); GitLab's "Webhooks: validate payloads by using a secret token" (<c>X-Gitlab-Token</c>).
/// </remarks>
/// <param name="secret">As it was given to the host.</param>
public sealed class WebhookSecret(string secret)
{
    private const string Prefix = "sha256=";
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Whether the token of a GitLab is the secret.</summary>
    /// <param name="token">Its header; <see langword="null"/> when it is missing.</param>
    public bool IsToken(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(_secret));

    /// <summary>Whether a body is signed with the secret.</summary>
    /// <param name="signature">The header, <c>sha256=</c> and 64 hexadecimal digits; <see langword="null"/> when it is missing.</param>
    /// <param name="body">Its bytes as they arrived; read only when the signature has its form.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<bool> SignedAsync(string? signature, Stream body, CancellationToken cancellationToken)
    {
        if (signature is not { Length: 71 } || !signature.StartsWith(Prefix, StringComparison.Ordinal) || !signature[7..].All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var computed = await HMACSHA256.HashDataAsync(_secret, body, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(computed, Convert.FromHexString(signature[7..]));
    }
}
