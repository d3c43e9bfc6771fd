using System.Globalization;
using System.IO.Compression;
using System.Text;
using NotesBot.Search.Text;

namespace NotesBot.Search.Thesaurus;

/// <summary>
/// Words of related meaning from a table of lines <c>word, tab, related:weight related:weight</c>, weights in hundredths. The table of
/// the program is English, and unpacked when first needed.
/// </summary>
internal sealed class RelatedWords
{
    private const int MaxBytes = 64 << 20;

    private const string Format = "write a word, a tab, then related words with weights from 1 to 100: auto:71 vehicle:43.";

    private static readonly Lazy<RelatedWords> Embedded = new(() => new RelatedWords(SortedLines.Embedded("thesaurus.txt.br")));

    private readonly SortedLines _lines;

    private RelatedWords(SortedLines lines) => _lines = lines;

    /// <summary>The table that is part of the program.</summary>
    internal static RelatedWords English => Embedded.Value;

    internal static RelatedWords Empty { get; } = new(SortedLines.Of([]));

    /// <summary>Reads a table of the owner's, in any order; lines that say nothing and a file that cannot be read count as not there.</summary>
    internal static RelatedWords Read(string path)
    {
        try
        {
            return new RelatedWords(SortedLines.Of(Lines(path).Select(Ordered).OfType<string>()));
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
    internal IReadOnlyList<RelatedWord> Of(string word) => _lines.Find(word) is { } related ? Parse(related) : [];

    private static List<RelatedWord> Parse(string related) => [.. related.Split(' ').Select(pair => pair.Split(':'))
        .Select(pair => new RelatedWord(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture) / 100.0))];

    private static IEnumerable<string> Lines(string path)
    {
        using var file = OwnerFile.Open(path, MaxBytes);
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
        return related.Count == 0 || related.Contains(null) ? null : $"{FoldedText.Of(line.AsSpan(0, tab).Trim())}\t{string.Join(' ', related)}";
    }

    private static string? PairOf(string pair)
    {
        var parts = pair.Split(':');
        return parts is [{ Length: > 0 } word, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            && weight is >= 1 and <= 100 ? $"{FoldedText.Of(word)}:{number}" : null;
    }
}

/// <summary>A word that means nearly the same, with a weight above 0 to 1.</summary>
internal sealed record RelatedWord(string Word, double Weight);
