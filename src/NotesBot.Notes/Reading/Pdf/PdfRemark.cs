using System.Globalization;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Says what of a file is not in its passages.</summary>
internal static class PdfRemark
{
    private const int MaxFaults = 3;

    /// <summary>What was left out on purpose, a sentence; <see langword="null"/> for nothing.</summary>
    internal static string? LeftOut(int furniture, int contents)
    {
        List<string> leftOuts = [.. Few(furniture, "running head or foot", "running heads and feet"), .. Few(contents, "contents line", "contents lines")];
        return leftOuts.Count == 0 ? null : $"Left out: {string.Join(", ", leftOuts)}.";
    }

    /// <summary>What could not be read, in sentences; <see langword="null"/> when nothing is missing.</summary>
    internal static string? Unread(int pages, List<int> scans, List<string> faults)
    {
        var sentences = new List<string>();
        if (scans.Count > 0)
        {
            sentences.Add(scans.Count == pages
                ? string.Create(CultureInfo.InvariantCulture, $"It has no text on its {Count(pages, "page")}: a scan, to be run through text recognition first.")
                : string.Create(CultureInfo.InvariantCulture, $"{Count(scans.Count, "page")} of {pages} without text, perhaps scans: {Ranges(scans)}."));
        }

        if (pages + faults.Count == 0)
        {
            sentences.Add("It has no page that can be found.");
        }

        sentences.AddRange(faults.Take(MaxFaults));
        if (faults.Count > MaxFaults)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{faults.Count - MaxFaults} more of its pages could not be read."));
        }

        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static IEnumerable<string> Few(int count, string one, string many) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}")];

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Numbers in order, runs of them as "3-7".</summary>
    private static string Ranges(List<int> numbers)
    {
        var runs = numbers.Select((number, at) => (number, key: number - at)).GroupBy(pair => pair.key, pair => pair.number)
            .Select(run => run.Count() == 1 ? $"{run.First()}" : $"{run.First()}-{run.Last()}");
        return string.Join(", ", runs);
    }
}
