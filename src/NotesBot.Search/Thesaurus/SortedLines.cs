using System.IO.Compression;
using System.Text;

namespace NotesBot.Search.Thesaurus;

/// <summary>Lines of a key, a tab and a value, ordered by the bytes of the key, looked up in place: no object a line.</summary>
internal sealed class SortedLines
{
    private readonly byte[] _text;
    private readonly List<int> _starts = [];

    private SortedLines(byte[] text)
    {
        _text = text;
        for (var at = 0; at < text.Length; at = Array.IndexOf(text, (byte)'\n', at) + 1)
        {
            _starts.Add(at);
        }
    }

    /// <summary>Lines in any order.</summary>
    internal static SortedLines Of(IEnumerable<string> lines)
    {
        var sorted = lines.Select(Encoding.UTF8.GetBytes).ToList();
        sorted.Sort(static (one, other) => KeyOf(one).SequenceCompareTo(KeyOf(other)));
        return new SortedLines([.. sorted.SelectMany(line => line.Append((byte)'\n'))]);
    }

    /// <summary>Lines in order that are packed into the program.</summary>
    internal static SortedLines Embedded(string name)
    {
        using var stream = typeof(SortedLines).Assembly.GetManifestResourceStream(name)!;
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress);
        using var text = new MemoryStream();
        unpacked.CopyTo(text);
        return new SortedLines(text.ToArray());
    }

    /// <summary>The value of a key; <see langword="null"/> for one that is not there.</summary>
    internal string? Find(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var (low, high) = (0, _starts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = LineAt(_starts[middle]);
            var order = KeyOf(line).SequenceCompareTo(bytes);
            if (order == 0)
            {
                return Encoding.UTF8.GetString(line[(bytes.Length + 1)..]);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private ReadOnlySpan<byte> LineAt(int start) => _text.AsSpan(start, Array.IndexOf(_text, (byte)'\n', start) - start);

    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> line) => line[..line.IndexOf((byte)'\t')];
}
