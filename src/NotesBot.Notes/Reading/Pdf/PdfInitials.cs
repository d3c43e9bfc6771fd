namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Gives a large initial letter back to the word that it begins: it stands beside the first lines of its paragraph, or is raised above them.</summary>
internal static class PdfInitials
{
    private const double Larger = 1.6;

    /// <summary>The words with each initial joined to its word.</summary>
    internal static List<PdfWord> Join(List<PdfWord> words)
    {
        var joined = words;
        foreach (var initial in words.Where(word => word.Text.Length == 1 && char.IsUpper(word.Text[0])))
        {
            if (WordOf(initial, words) is { } word)
            {
                joined = joined.ConvertAll(other => ReferenceEquals(other, word) ? word with { Text = initial.Text + word.Text, Left = initial.Left } : other);
                joined.Remove(initial);
            }
        }

        return joined;
    }

    /// <summary>The highest of the smaller words that begin right of it, if it begins a word at all.</summary>
    private static PdfWord? WordOf(PdfWord initial, List<PdfWord> words)
    {
        var beside = words.Where(word => word.Size * Larger < initial.Size
            && word.Left > initial.Right - (0.3 * word.Size) && word.Left - initial.Right < Math.Max(0.6 * word.Size, 0.4 * initial.Size)
            && word.Baseline > initial.Baseline - (0.15 * initial.Size) && word.Baseline < initial.Baseline + (0.9 * initial.Size)).ToList();
        var first = beside.MaxBy(word => word.Baseline);
        return first is not null && char.IsLetter(first.Text[0]) && GoesOn(first, words)
            && (char.IsLower(first.Text[0]) || first.Text.Length == 1 || char.IsUpper(first.Text[1])) ? first : null;
    }

    /// <summary>More words of the line follow: an initial begins a text, a large letter with a label beside it does not.</summary>
    private static bool GoesOn(PdfWord first, List<PdfWord> words) =>
        words.Count(word => Math.Abs(word.Baseline - first.Baseline) < 0.2 * first.Size && word.Left > first.Left) >= 2;
}
