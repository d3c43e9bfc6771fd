using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Doctor;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Search;
using NotesBot.Terminal;

namespace NotesBot.Cli;

/// <summary><c>index</c>: brings the index up to date and says what was read and what could not be.</summary>
internal static class IndexCommand
{
    /// <returns>The exit code: files that cannot be read are reported, not failures.</returns>
    public static async Task<int> RunAsync(Settings settings, bool rebuild, bool wait, CancellationToken cancellationToken)
    {
        using var library = Opening.ForWriting(settings, NullLoggerFactory.Instance, rebuild);
        var summary = await Opening.RefreshAsync(library, cancellationToken);
        var state = library.Searcher.Library;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{state.Passages} passages of {state.Notes} notes; "
            + $"{summary.Read} read, {summary.Removed} removed, {summary.Elapsed.TotalSeconds:0.0} s."));
        await Console.Out.WriteAsync(Report(summary) + string.Concat(settings.Search.SynonymFaults().Select(fault => $"passed over: {Printable.OneLine(fault)}\n")));
        return wait ? await WaitForVectorsAsync(library, cancellationToken) : ExitCodes.Done;
    }

    /// <summary>Makes the vectors, for answers in other words than the notes'. One that cannot be made is no failure: words answer.</summary>
    private static async Task<int> WaitForVectorsAsync(FreshLibrary library, CancellationToken cancellationToken)
    {
        using var progress = new ConsoleProgress(Console.Error, Console.IsErrorRedirected, TimeProvider.System);
        await library.MakeVectorsAsync(progress, cancellationToken);
        if (library.Model?.Fault is { } fault)
        {
            await Console.Out.WriteLineAsync($"words alone answer: {Printable.OneLine(fault)}");
        }

        return ExitCodes.Done;
    }

    private static string Report(RefreshSummary summary)
    {
        var lines = summary.Faults.Select(LineOf).ToList();
        var report = new LeftOutReport(summary.Listing, summary.LeftOut);
        lines.AddRange(report.Sentences().Select(sentence => $"{sentence}\n"));
        if (report.Unreadable is { } unreadable)
        {
            lines.Add($"{unreadable}\n");
        }

        if (summary.Listing.Skipped.Count > 0)
        {
            var kinds = summary.Listing.Skipped.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {Printable.OneLine(kind.Key)}"));
            lines.Add($"no notes: {string.Join(", ", kinds)}\n");
        }

        return string.Concat(lines);
    }

    private static string LineOf(FileFault fault) =>
        $"{(fault.IsPartial ? "partly read" : "not read")}: {Printable.OneLine(fault.Path)}: {Printable.OneLine(fault.Reason)}\n";
}
