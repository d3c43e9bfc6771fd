using System.Globalization;
using System.IO.Compression;
using System.Text;
using NotesBot.Search.Analysis;

namespace NotesBot.Search.Thesaurus;

/// <summary>
/// Words of related meaning from a table of lines <c>word, tab, related:weight related:weight</c>, weights in hundredths. The table of
/// the program is English, ordered by bytes, unpacked when first needed and looked up in place.
/// </summary>
internal sealed class RelatedWords
{
    private const int MaxBytes = 64 << 20;

    private const string Format = "write a word, a tab, then related words with weights from 1 to 100: auto:71 vehicle:43.";

    private static readonly Lazy<RelatedWords> Embedded = new(Load);

    private readonly byte[] _table;
    private readonly List<int> _lines = [];

    private RelatedWords(byte[] table)
    {
        _table = table;
        for (var at = 0; at < table.Length; at = Array.IndexOf(table, (byte)'\n', at) + 1)
        {
            _lines.Add(at);
        }
    }

    /// <summary>The table that is part of the program.</summary>
    internal static RelatedWords English => Embedded.Value;

    internal static RelatedWords Empty { get; } = new([]);

    /// <summary>Reads a table of the owner's, in any order; lines that say nothing and a file that cannot be read count as not there.</summary>
    internal static RelatedWords Read(string path)
    {
        try
        {
            var lines = Lines(path).Select(Ordered).OfType<string>().Select(Encoding.UTF8.GetBytes).ToList();
            lines.Sort(static (one, other) => KeyOf(one).SequenceCompareTo(KeyOf(other)));
            return new RelatedWords([.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Empty;
        }
    }

    /// <summary>Why a table cannot be used, or its first line that says nothing, a sentence; none when all is well.</summary>
    internal static IReadOnlyList<string> FaultsOf(string path)
    {
        try
        {
            var wrong = Lines(path).TakeWhile(line => line is "" or ['#', ..] || Ordered(line) is not null).Count() + 1;
            return Lines(path).Skip(wrong - 1).Any() ? [$"Search:Thesaurus: {path}, line {wrong}: {Format}"] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [$"Search:Thesaurus is {path}, which cannot be read: {exception.Message}"];
        }
    }

    /// <summary>The related words with weights above 0 to 1; empty for a word that is not in the table.</summary>
    internal IReadOnlyList<(string Word, double Weight)> Of(string word)
    {
        var at = Find(word);
        return at < 0 ? [] : Parse(Encoding.UTF8.GetString(LineAt(_lines[at])[(Encoding.UTF8.GetByteCount(word) + 1)..]));
    }

    private int Find(string word)
    {
        var key = Encoding.UTF8.GetBytes(word);
        var (low, high) = (0, _lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = KeyOf(LineAt(_lines[middle])).SequenceCompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private ReadOnlySpan<byte> LineAt(int start) => _table.AsSpan(start, Array.IndexOf(_table, (byte)'\n', start) - start);

    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> line) => line[..line.IndexOf((byte)'\t')];

    private static List<(string Word, double Weight)> Parse(string related) => [.. related.Split(' ').Select(pair => pair.Split(':'))
        .Select(pair => (pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture) / 100.0))];

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream text = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text, Encoding.UTF8);
        for (var left = MaxBytes; left > 0 && reader.ReadLine() is { } line; left -= line.Length + 1)
        {
            yield return line.Trim();
        }
    }

    /// <summary>A line as the table of the program has it, its words folded as the index folds them; <see langword="null"/> when it is none.</summary>
    private static string? Ordered(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 1 || line[0] == '#')
        {
            return null;
        }

        var related = line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PairOf).ToList();
        return related.Count == 0 || related.Contains(null) ? null : $"{Characters.Fold(line.AsSpan(0, tab).Trim())}\t{string.Join(' ', related)}";
    }

    private static string? PairOf(string pair)
    {
        var parts = pair.Split(':');
        return parts is [{ Length: > 0 } word, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            && weight is >= 1 and <= 100 ? $"{Characters.Fold(word)}:{number}" : null;
    }

    private static RelatedWords Load()
    {
        using var stream = typeof(RelatedWords).Assembly.GetManifestResourceStream("thesaurus.txt.gz")!;
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using var table = new MemoryStream();
        unpacked.CopyTo(table);
        return new RelatedWords(table.ToArray());
    }
}
