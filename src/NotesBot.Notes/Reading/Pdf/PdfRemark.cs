using System.Globalization;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Says what of a file is not in its passages.</summary>
internal static class PdfRemark
{
    private const int MaxFaults = 3;

    /// <summary>What was left out, each kind once.</summary>
    internal static IReadOnlyList<LeftOut> LeftOut(PdfUnread unread, int furniture, int contents, int overlays) =>
    [
        .. new LeftOut[]
        {
            new(LeftOutKind.RunningHead, furniture), new(LeftOutKind.ContentsLine, contents),
            new(LeftOutKind.SlideStep, overlays), new(LeftOutKind.GarbledPage, unread.Mute.Count),
        }.Where(kind => kind.Count > 0),
    ];

    /// <summary>What could not be read, in sentences; <see langword="null"/> when nothing is missing.</summary>
    internal static string? Unread(PdfUnread unread)
    {
        var sentences = new List<string>();
        var (pages, scans, faults) = (unread.Pages, unread.Scans, unread.Faults);
        if (scans.Count > 0)
        {
            sentences.Add(scans.Count == pages
                ? string.Create(CultureInfo.InvariantCulture, $"It has no text on its {Count(pages, "page")}: a scan, to be run through text recognition first.")
                : string.Create(CultureInfo.InvariantCulture, $"{Count(scans.Count, "page")} of {pages} without text, perhaps scans: {Ranges(scans)}."));
        }

        if (unread.Mute.Count > 0)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(unread.Mute.Count, "page")} of {pages} with letters that have no meaning, since the file does not say which they are: {Ranges(unread.Mute)}."));
        }

        if (unread.IsMended)
        {
            sentences.Add("It is cut off at its end; what was left of it was read.");
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

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Numbers in order, runs of them as "3-7".</summary>
    private static string Ranges(List<int> numbers)
    {
        var runs = numbers.Select((number, at) => (number, key: number - at)).GroupBy(pair => pair.key, pair => pair.number)
            .Select(run => run.Count() == 1 ? $"{run.First()}" : $"{run.First()}-{run.Last()}");
        return string.Join(", ", runs);
    }
}

/// <summary>What of a file gave no text.</summary>
/// <param name="pages">Its pages as they were read.</param>
/// <param name="file">The file.</param>
internal sealed class PdfUnread(List<PdfPage> pages, PdfFile file)
{
    /// <summary>How many pages were read.</summary>
    internal int Pages { get; } = pages.Count;

    /// <summary>Pages with nothing on them that is text.</summary>
    internal List<int> Scans { get; } = [.. pages.Where(page => page.Words.Count == 0 && !page.IsMute && page.Remarks.Count == 0).Select(page => page.Number)];

    /// <summary>Pages whose letters have no meaning.</summary>
    internal List<int> Mute { get; } = [.. pages.Where(page => page.IsMute).Select(page => page.Number)];

    /// <summary>Pages that could not be read, and why.</summary>
    internal IReadOnlyList<string> Faults { get; } = [.. file.Faults];

    /// <summary>Whether the file was cut off at its end.</summary>
    internal bool IsMended { get; } = file.IsMended;
}
