using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace NotesBot.Notes.Reading;

/// <summary>Bytes to text: by the byte order mark, else UTF-8, else as its owner or the file itself says, else by what its letters are like.</summary>
internal static partial class TextDecoder
{
    /// <summary>Where a file says what it is written in.</summary>
    private const int MaxHead = 2048;

    /// <summary>As many bytes as tell the encoding.</summary>
    private const int MaxSample = 64 << 10;

    /// <summary>Below it, a guess is none.</summary>
    private const float LeastConfidence = 0.5f;

    /// <summary>Text in UTF-8 with a broken letter here and there has this many whole ones for each.</summary>
    private const int WholeForBroken = 10;

    /// <summary>What Windows calls the same, with signs where the standard has none.</summary>
    private static readonly Dictionary<string, string> Wider = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["tis-620"] = "windows-874",
        ["shift-jis"] = "shift_jis",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["cp949"] = "ks_c_5601-1987",
        ["euc-kr"] = "ks_c_5601-1987",
    };

    /// <summary>Decodes a whole file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="owners">The encoding that the owner of the notes names; <see langword="null"/> for none.</param>
    /// <returns>The text, and what is unsure about it: a sentence for the owner; <see langword="null"/> when nothing is.</returns>
    /// <exception cref="UnreadableNoteException">It is no text.</exception>
    internal static (string Text, string? Doubt) Decode(ReadOnlySpan<byte> bytes, string? owners) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => (Encoding.UTF8.GetString(rest), null),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new UnreadableNoteException("It is in UTF-32, which is not read: save it as UTF-8."),
        [0xFF, 0xFE, .. var rest] => (Encoding.Unicode.GetString(rest), null),
        [0xFE, 0xFF, .. var rest] => (Encoding.BigEndianUnicode.GetString(rest), null),
        _ => DecodeUnmarked(bytes, owners),
    };

    /// <summary>The encoding of a name; <see langword="null"/> when there is none of it.</summary>
    internal static Encoding? Named(string name)
    {
        var known = Wider.GetValueOrDefault(name.Trim(), name.Trim());
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (string Text, string? Doubt) DecodeUnmarked(ReadOnlySpan<byte> bytes, string? owners)
    {
        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return (utf16.GetString(bytes), null);
        }

        if (LooksBinary(bytes))
        {
            throw new UnreadableNoteException("It is a binary file, not text.");
        }

        var isEscaped = bytes.IndexOf("\u001B$"u8) >= 0;
        return System.Text.Unicode.Utf8.IsValid(bytes) && !isEscaped ? (Encoding.UTF8.GetString(bytes), null)
            : NearlyUtf8(bytes) is { } mended && !isEscaped ? (mended, null)
            : FromCodePage(bytes, owners);
    }

    /// <summary>Text that was UTF-8 before a letter of it was cut: that letter is lost, the rest is not.</summary>
    private static string? NearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        return text.Count(letter => letter > 0x7F) - broken >= broken * WholeForBroken ? text : null;
    }

    private static (string Text, string? Doubt) FromCodePage(ReadOnlySpan<byte> bytes, string? owners)
    {
        var named = owners is null ? Declared(bytes) : Named(owners);
        if ((named ?? Guessed(bytes)) is { } encoding)
        {
            return (encoding.GetString(bytes), null);
        }

        return (Named("windows-1252")!.GetString(bytes),
            "Its encoding cannot be told and is taken for Windows-1252: save it as UTF-8, or name the encoding in Notes:Encoding.");
    }

    /// <summary>What HTML or XML says of itself.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(MaxHead, bytes.Length)]);
        var charset = Charset().Match(head);
        return charset.Success && Named(charset.Groups["name"].Value) is { } named and not UTF8Encoding ? named : null;
    }

    /// <summary>From the first letter on that is not in ASCII.</summary>
    private static Encoding? Guessed(ReadOnlySpan<byte> bytes)
    {
        var first = Math.Max(0, bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) - 64);
        var found = CharsetDetector.DetectFromBytes(bytes.Slice(first, Math.Min(MaxSample, bytes.Length - first)).ToArray()).Detected;
        return found is { Confidence: >= LeastConfidence } ? Named(found.EncodingName) : null;
    }

    [GeneratedRegex("""(<meta[^>]+charset\s*=\s*["']?|<\?xml[^>]+encoding\s*=\s*["'])(?<name>[\w-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();

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
}
