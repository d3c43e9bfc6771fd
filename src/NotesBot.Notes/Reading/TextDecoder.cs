using System.Text;

namespace NotesBot.Notes.Reading;

/// <summary>Bytes to text: by the byte order mark, else UTF-8, else UTF-16 that shows itself by its zeros, else Windows-1252.</summary>
internal static class TextDecoder
{
    /// <summary>What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters; the five free codes stay control characters.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="UnreadableNoteException">It is no text.</exception>
    internal static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new UnreadableNoteException("It is in UTF-32, which is not read: save it as UTF-8."),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => DecodeUnmarked(bytes),
    };

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        if (LooksBinary(bytes))
        {
            throw new UnreadableNoteException("It is a binary file, not text.");
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? StrictUtf8.GetString(bytes) : FromWindows1252(bytes);
    }

    /// <summary>Western text in UTF-16 has a zero in nearly every second byte, always on the same side.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (bytes.Length % 2 != 0 || sample.Length < 4)
        {
            return null;
        }

        var (first, second) = CountZeros(sample);
        var most = sample.Length / 2 * 8 / 10;
        return (first, second) switch
        {
            (0, _) when second >= most => Encoding.Unicode,
            (_, 0) when first >= most => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static (int First, int Second) CountZeros(ReadOnlySpan<byte> sample)
    {
        var zeros = (First: 0, Second: 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            zeros.First += sample[i] == 0 ? 1 : 0;
            zeros.Second += sample[i + 1] == 0 ? 1 : 0;
        }

        return zeros;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 8192)];
        var odd = 0;
        foreach (var value in sample)
        {
            if (value == 0)
            {
                return true;
            }

            odd += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return odd * 50 > sample.Length;
    }

    private static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = bytes[i] is >= 0x80 and <= 0x9F ? Windows1252[bytes[i] - 0x80] : (char)bytes[i];
        }

        return new string(text);
    }
}
