using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Of a slide that is shown step by step, only the full one is kept.</summary>
internal static partial class PdfOverlays
{
    /// <summary>Removes pages whose lines all stand on the next page again, in their order.</summary>
    /// <returns>How many were removed.</returns>
    internal static int Remove(List<PdfPage> pages)
    {
        var rows = pages.ConvertAll(RowsOf);
        var removed = 0;
        for (var at = pages.Count - 2; at >= 0; at--)
        {
            if (IsStepTo(rows[at], rows[at + 1]))
            {
                pages.RemoveAt(at);
                rows.RemoveAt(at);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Both begin with the same title, and the next page leaves nothing out.</summary>
    private static bool IsStepTo(List<string> step, List<string> next)
    {
        if (step.Count == 0 || step.Count > next.Count || step[0] != next[0])
        {
            return false;
        }

        var found = 0;
        foreach (var row in next)
        {
            found += found < step.Count && step[found] == row ? 1 : 0;
        }

        return found == step.Count;
    }

    /// <summary>The texts of a page's rows; the number of the page, at its edges, is the same on all.</summary>
    private static List<string> RowsOf(PdfPage page)
    {
        var rows = PdfRows.Of(page.Words).ConvertAll(row => string.Join(' ', row.Select(word => word.Text)));
        if (rows.Count > 2)
        {
            rows[0] = Digits().Replace(rows[0], "#");
            rows[^1] = Digits().Replace(rows[^1], "#");
        }

        return rows;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
