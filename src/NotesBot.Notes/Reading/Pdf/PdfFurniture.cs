using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Takes away what stands on pages for leafing through them: running heads and feet, and numbers of pages.</summary>
internal sealed partial class PdfFurniture
{
    private const int MaxRows = 4;
    private readonly Dictionary<string, HashSet<int>> _seen = new(StringComparer.Ordinal);
    private readonly int _pages;
    private readonly double _bodySize;

    private PdfFurniture(List<PdfPage> pages)
    {
        _pages = pages.Count;
        _bodySize = pages.SelectMany(page => page.Words).GroupBy(word => Math.Round(word.Size * 2) / 2)
            .MaxBy(size => size.Sum(word => word.Text.Length))?.Key ?? 0;
    }

    /// <summary>Removes it from the pages.</summary>
    /// <returns>How many rows were removed.</returns>
    internal static int Remove(List<PdfPage> pages)
    {
        var furniture = new PdfFurniture(pages);
        var outer = pages.ConvertAll(page => Outer(page));
        foreach (var (page, (top, bottom)) in pages.Zip(outer))
        {
            furniture.Note(page, top);
            furniture.Note(page, bottom);
        }

        return pages.Zip(outer).Sum(pair => furniture.Clear(pair.First, pair.Second.Top) + furniture.Clear(pair.First, pair.Second.Bottom));
    }

    /// <summary>The outermost rows of a page, the outermost first.</summary>
    private static (List<List<PdfWord>> Top, List<List<PdfWord>> Bottom) Outer(PdfPage page)
    {
        var rows = PdfRows.Of(page.Words);
        var top = Math.Min(MaxRows, (rows.Count + 1) / 2);
        return ([.. rows.Take(top)], [.. rows.Skip(Math.Max(top, rows.Count - MaxRows)).Reverse()]);
    }

    private void Note(PdfPage page, List<List<PdfWord>> rows)
    {
        foreach (var key in rows.SelectMany(row => Keys(row)))
        {
            (_seen.TryGetValue(key, out var pages) ? pages : _seen[key] = []).Add(page.Number);
        }
    }

    private int Clear(PdfPage page, List<List<PdfWord>> rows)
    {
        var cleared = 0;
        foreach (var row in rows)
        {
            if (!IsFurniture(row))
            {
                break;
            }

            var gone = row.ToHashSet();
            page.Words = page.Words.FindAll(word => !gone.Contains(word));
            cleared++;
        }

        return cleared;
    }

    private bool IsFurniture(List<PdfWord> row) =>
        row.Max(word => word.Size) is var size && size <= _bodySize * 1.3
        && (Keys(row).Any(IsRepeated) || PageOf().IsMatch(Squash(row)) || size <= _bodySize * 0.8 && EndsInPage().IsMatch(Squash(row)));

    /// <summary>On two pages in five of those between the first and the last: left and right pages have their own.</summary>
    private bool IsRepeated(string key) =>
        _seen.TryGetValue(key, out var pages) && pages.Count >= Math.Min(3, Math.Max(2, _pages - 1)) && pages.Count * 5 >= (pages.Max() - pages.Min() + 1) * 2;

    /// <summary>The texts of a row with their height; numbers are alike.</summary>
    private static IEnumerable<string> Keys(List<PdfWord> row)
    {
        var height = Math.Round(row[0].Baseline / 3);
        foreach (var cell in PdfCells.Of(row, row[0].Size, hasSpaces: true))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{height} {Numbers().Replace(cell.Text, "#")}");
            yield return string.Create(CultureInfo.InvariantCulture, $"{height + 1} {Numbers().Replace(cell.Text, "#")}");
        }
    }

    private static string Squash(List<PdfWord> row) =>
        row.Aggregate(new StringBuilder(), (text, word) => text.Append(word.Text)).ToString();

    [GeneratedRegex(@"\d+|\b[ivxlc]+\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(page|seite|p\.)?\d{1,4}(of|von|/)\d{1,4}$|^[-–]\d{1,4}[-–]$|^(page|seite)\d{1,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"(^|\D)\d{1,4}/\d{1,4}$")]
    private static partial Regex EndsInPage();
}
