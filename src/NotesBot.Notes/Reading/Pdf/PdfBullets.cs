using UglyToad.PdfPig.Content;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Bullets that a program drew as small shapes, where others write a sign. They become words.</summary>
internal static class PdfBullets
{
    private const int MaxShapes = 20_000;
    private const double Smallest = 0.8;
    private const double Largest = 8;

    /// <summary>The words with a bullet before each that has a shape beside it.</summary>
    internal static List<PdfWord> Add(Page page, List<PdfWord> words)
    {
        var shapes = page.Paths.Take(MaxShapes).Select(path => path.GetBoundingRectangle()).OfType<UglyToad.PdfPig.Core.PdfRectangle>()
            .Where(box => box.Width is > Smallest and < Largest && box.Height is > Smallest and < Largest && box.Width / box.Height is > 0.7 and < 1.4)
            .ToList();
        if (shapes.Count == 0 || words.Count == 0)
        {
            return words;
        }

        var rows = PdfRows.Of(words);
        var bullets = shapes.Select(box => BesideText(box.Left, box.Right, (box.Bottom + box.Top) / 2, rows)).OfType<PdfWord>()
            .DistinctBy(bullet => (Math.Round(bullet.Left), Math.Round(bullet.Baseline)));
        return [.. words, .. bullets];
    }

    /// <summary>A bullet has its text to the right, at a little distance, and nothing close to its left.</summary>
    private static PdfWord? BesideText(double left, double right, double middle, List<List<PdfWord>> rows)
    {
        foreach (var row in rows.Where(row => middle > row[0].Baseline - (0.1 * row[0].Size) && middle < row[0].Baseline + (0.75 * row[0].Size)))
        {
            var text = row.Find(word => word.Left > right);
            var before = row.FindLast(word => word.Left <= right);
            if (text is not null && text.Left - right < 1.6 * text.Size && text.Left - right > 0.15 * text.Size
                && right - left < 0.7 * text.Size && (before is null || left - before.Right > 1.5 * text.Size))
            {
                return new PdfWord("•", left, right, text.Baseline, text.Size, default, SpaceBefore: true);
            }
        }

        return null;
    }
}
