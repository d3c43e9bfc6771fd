using System.Text;
using NSec.Cryptography;

namespace NotesBot.Discord.Http;

/// <summary>Checks that a request is signed by Discord: Ed25519 over the timestamp and the raw body.</summary>
/// <remarks>Page "Interactions: Overview", section "Validating Security Request Headers". Safe from many threads.</remarks>
public sealed class InteractionSignature
{
    private const int KeyLength = 32;
    private const int SignatureLength = 64;

    private readonly PublicKey _key;

    private InteractionSignature(PublicKey key) => _key = key;

    /// <summary>A check with the application's public key, 64 hexadecimal digits; <see langword="null"/> when this is none.</summary>
    public static InteractionSignature? Of(string? publicKey) =>
        FromHex(publicKey, KeyLength) is { } bytes
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? new InteractionSignature(key!)
            : null;

    /// <summary>Whether the signature is right. Nothing that is sent makes it throw.</summary>
    /// <param name="signature">128 hexadecimal digits of either case.</param>
    /// <param name="timestamp">The header as it came; not empty.</param>
    /// <param name="body">The body as it came, byte for byte.</param>
    public bool IsValid(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(timestamp) || FromHex(signature, SignatureLength) is not { } bytes)
        {
            return false;
        }

        var length = Encoding.UTF8.GetByteCount(timestamp);
        var signed = new byte[length + body.Length];
        Encoding.UTF8.GetBytes(timestamp, signed);
        body.CopyTo(signed.AsSpan(length));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, bytes);
    }

    private static byte[]? FromHex(string? text, int length) =>
        text is not null && text.Length == 2 * length && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
