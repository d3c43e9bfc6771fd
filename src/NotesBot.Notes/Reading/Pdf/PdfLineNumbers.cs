using System.Globalization;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Takes away the numbers that stand beside lines of text, in copies for review and in listings.</summary>
internal static class PdfLineNumbers
{
    private const int MinNumbers = 5;

    /// <summary>Lines of text have more letters than cells of a table, whose first column may count its rows.</summary>
    private const int MinLetters = 22;

    /// <summary>The words without such numbers.</summary>
    internal static List<PdfWord> Remove(List<PdfWord> words)
    {
        var numbers = words.Where(word => word.Text.Length <= 5 && word.Text.All(char.IsAsciiDigit)).ToList();
        if (numbers.Count < MinNumbers)
        {
            return words;
        }

        var rows = PdfRows.Of(words);
        var gone = new HashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        foreach (var column in numbers.GroupBy(word => Math.Round(word.Right / 3)).Concat(numbers.GroupBy(word => Math.Round(word.Left / 3))))
        {
            gone.UnionWith(Counted([.. column.Distinct().OrderByDescending(word => word.Baseline)], rows));
        }

        return gone.Count == 0 ? words : words.FindAll(word => !gone.Contains(word));
    }

    /// <summary>The numbers of a column, if they count lines.</summary>
    private static List<PdfWord> Counted(List<PdfWord> column, List<List<PdfWord>> rows)
    {
        if (column.Count < MinNumbers || !IsCount(column))
        {
            return [];
        }

        var beside = rows.Where(row => row.Exists(word => column.Contains(word))).ToList();
        var isOutermost = beside.TrueForAll(row => column.Contains(row[0])) || beside.TrueForAll(row => column.Contains(row[^1]));
        var letters = beside.Average(row => row.Where(word => !column.Contains(word)).Sum(word => word.Text.Length));
        return isOutermost && letters >= MinLetters ? column : [];
    }

    /// <summary>Each is one more than the one above it, or five more, as where only each fifth line has one.</summary>
    private static bool IsCount(List<PdfWord> column)
    {
        var numbers = column.ConvertAll(word => int.Parse(word.Text, CultureInfo.InvariantCulture));
        var steps = numbers.Zip(numbers.Skip(1), (one, next) => next - one).ToList();
        return steps[0] is 1 or 5 && steps.TrueForAll(step => step == steps[0]);
    }
}
