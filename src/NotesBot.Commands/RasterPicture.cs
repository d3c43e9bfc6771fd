namespace NotesBot.Commands;

/// <summary>A picture of one of the kinds that are shown: PNG, JPEG, GIF or WebP, told by its first bytes and not by its name.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MediaType"><c>image/png</c> and so on.</param>
/// <param name="Extension"><c>png</c> and so on.</param>
public sealed record RasterPicture(ReadOnlyMemory<byte> Bytes, string MediaType, string Extension)
{
    /// <summary>Largest file that is shown, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The picture; <see langword="null"/> when the bytes are of no kind that is shown, or too many.</summary>
    public static RasterPicture? Of(ReadOnlyMemory<byte> bytes) => bytes.Length > MaxBytes ? null : KindOf(bytes.Span) switch
    {
        { } kind => new RasterPicture(bytes, $"image/{kind}", kind == "jpeg" ? "jpg" : kind),
        null => null,
    };

    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "webp"
        : null;
}
