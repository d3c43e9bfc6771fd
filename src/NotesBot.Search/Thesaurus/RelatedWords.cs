using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NotesBot.Search.Thesaurus;

/// <summary>
/// Words of related meaning in English, from a table of lines <c>word, tab, related:weight related:weight</c> (weights in hundredths),
/// ordered by bytes. It is unpacked when first needed and looked up in place.
/// </summary>
internal sealed class RelatedWords
{
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

    /// <summary>The related words with weights above 0 to 1; empty for a word that is not in the table.</summary>
    internal IReadOnlyList<(string Word, double Weight)> Of(string word)
    {
        var key = Encoding.UTF8.GetBytes(word);
        var (low, high) = (0, _lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = LineAt(_lines[middle]);
            var order = line[..line.IndexOf((byte)'\t')].SequenceCompareTo(key);
            if (order == 0)
            {
                return Parse(Encoding.UTF8.GetString(line[(key.Length + 1)..]));
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return [];
    }

    private ReadOnlySpan<byte> LineAt(int start) => _table.AsSpan(start, Array.IndexOf(_table, (byte)'\n', start) - start);

    private static List<(string Word, double Weight)> Parse(string related) => [.. related.Split(' ').Select(pair => pair.Split(':'))
        .Select(pair => (pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture) / 100.0))];

    private static RelatedWords Load()
    {
        using var stream = typeof(RelatedWords).Assembly.GetManifestResourceStream("thesaurus.txt.gz")!;
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using var table = new MemoryStream();
        unpacked.CopyTo(table);
        return new RelatedWords(table.ToArray());
    }
}
