using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>
/// Mends a file that is cut off at its end, where its list of objects stands: finds the objects that are whole and appends a list of them, with
/// a tree of the pages among them.
/// </summary>
internal sealed partial class PdfRepair
{
    private const int MaxObjects = 200_000;

    private readonly string _file;
    private readonly SortedDictionary<int, string> _heads = [];
    private readonly SortedDictionary<int, int> _places = [];
    private readonly StringBuilder _added = new();
    private int _unpacked;

    private PdfRepair(ReadOnlySpan<byte> bytes) => _file = Encoding.Latin1.GetString(bytes);

    /// <summary>The mended file; <see langword="null"/> when it holds no whole page.</summary>
    internal static byte[]? Mend(ReadOnlySpan<byte> bytes)
    {
        var repair = new PdfRepair(bytes);
        repair.FindObjects();
        return repair.Build();
    }

    private void FindObjects()
    {
        for (var match = Object().Match(_file); match.Success && _places.Count < MaxObjects; match = Object().Match(_file, match.Index + match.Length))
        {
            var start = match.Index + match.Length;
            var end = _file.IndexOf("endobj", start, StringComparison.Ordinal);
            if (end >= 0 && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var stream = _file.IndexOf("stream", start, end - start, StringComparison.Ordinal);
                _places[number] = match.Groups[1].Index;
                _heads[number] = _file[start..(stream < 0 ? end : stream)];
                Unpack(_heads[number], stream, end);
            }
        }
    }

    /// <summary>Objects packed into a stream stand again by themselves behind the file.</summary>
    private void Unpack(string head, int stream, int end)
    {
        if (stream < 0 || !head.Contains("/ObjStm", StringComparison.Ordinal) || !head.Contains("/FlateDecode", StringComparison.Ordinal)
            || NumberIn(head, Count()) is not { } count || NumberIn(head, First()) is not { } first || Inflate(stream + "stream".Length, end) is not { } text)
        {
            return;
        }

        var numbers = text[..Math.Min(first, text.Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Take(count * 2).ToList();
        for (var at = 0; at + 1 < numbers.Count; at += 2)
        {
            var from = first + numbers[at + 1];
            var to = at + 3 < numbers.Count ? first + numbers[at + 3] : text.Length;
            if (numbers[at] > 0 && numbers[at + 1] >= 0 && from <= to && to <= text.Length)
            {
                Put(numbers[at], text[from..to]);
            }
        }
    }

    private string? Inflate(int from, int to)
    {
        var start = from + (_file[from] == '\r' ? 2 : 1);
        if (start >= to)
        {
            return null;
        }

        using var stream = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(_file[start..to])), CompressionMode.Decompress);
        var buffer = new byte[PdfLimits.MaxContentBytes];
        try
        {
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            _unpacked += read;
            return read == buffer.Length || _unpacked > PdfLimits.MaxStreamBytes ? null : Encoding.Latin1.GetString(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Put(int number, string body)
    {
        _heads[number] = body;
        _places[number] = _file.Length + 1 + _added.Length;
        _added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
    }

    private byte[]? Build()
    {
        var nodes = _heads.Where(entry => Node().IsMatch(entry.Value)).ToList();
        if (!nodes.Exists(entry => Page().IsMatch(entry.Value)))
        {
            return null;
        }

        foreach (var (number, body) in nodes.Where(entry => !Page().IsMatch(entry.Value)))
        {
            Put(number, Kids().Replace(body, kids => "/Kids [" + string.Join(' ', Reference().Matches(kids.Value)
                .Where(kid => _heads.ContainsKey(IdOf(kid))).Select(kid => kid.Value)) + "]"));
        }

        var roots = nodes.Where(entry => Parent().Match(entry.Value) is not { Success: true } parent || !_heads.ContainsKey(IdOf(parent))).ToList();
        var last = _heads.Keys.Last();
        Put(last + 1, $"<< /Type /Pages /Count {nodes.Count} /Kids [{string.Join(' ', roots.Select(root => $"{root.Key} 0 R"))}] >>");
        Put(last + 2, $"<< /Type /Catalog /Pages {last + 1} 0 R >>");
        return Encoding.Latin1.GetBytes(_file + "\n" + _added + Table(last + 2));
    }

    private string Table(int root)
    {
        var start = _file.Length + 1 + _added.Length;
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in _places)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        }

        return table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {root + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n").ToString();
    }

    private static int? NumberIn(string head, Regex entry) =>
        entry.Match(head) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, MaxObjects) : null;

    private static int IdOf(Match reference) => int.TryParse(reference.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    [GeneratedRegex(@"(?<!\d)(\d{1,7})\s+0\s+obj\b")]
    private static partial Regex Object();

    [GeneratedRegex(@"/Type\s*/Pages?\b")]
    private static partial Regex Node();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Kids\s*\[[^\]]*\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"/Parent\s+(\d{1,7})\s+\d+\s+R\b")]
    private static partial Regex Parent();

    [GeneratedRegex(@"(\d{1,7})\s+\d+\s+R\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/N\s+(\d{1,7})")]
    private static partial Regex Count();

    [GeneratedRegex(@"/First\s+(\d{1,7})")]
    private static partial Regex First();
}
