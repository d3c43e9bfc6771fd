using System.Text;
using NSec.Cryptography;

namespace NotesBot.Discord.Simulator.Http;

/// <summary>The application's Ed25519 key pair: Discord signs with it what it sends to an endpoint.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly Key _key;

    private SigningKey(Key key) => _key = key;

    /// <summary>The public key as the developer portal shows it: 64 hex digits, lower case.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>A new key.</summary>
    public static SigningKey Create() => new(Key.Create(SignatureAlgorithm.Ed25519));

    /// <summary>A key from its seed in 64 hex digits (RFC 8032's "secret key").</summary>
    public static SigningKey FromSeed(string hex) =>
        new(Key.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(hex), KeyBlobFormat.RawPrivateKey));

    /// <summary>Signs any bytes; 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <summary>Signs a request: over the timestamp and the raw body; 128 hex digits.</summary>
    public string SignRequest(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(Sign([.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
