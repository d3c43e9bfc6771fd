using System.Globalization;
using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Doctor;

namespace NotesBot.Cli;

/// <summary><c>doctor</c>: what is wrong with a set-up, and what mends it.</summary>
internal static class DoctorCommand
{
    /// <param name="load">Reads the settings; their faults are findings, too.</param>
    /// <param name="json">Whether JSON is printed.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>The exit code: 0 when nothing keeps the bot from working.</returns>
    public static async Task<int> RunAsync(Func<Settings> load, bool json, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in ExamineAsync(load, cancellationToken))
        {
            findings.Add(finding);
            if (!json)
            {
                await Console.Out.WriteLineAsync($"{Word(finding.State),-8} {finding.Check,-12} {finding.Sentence}");
            }
        }

        var healthy = findings.TrueForAll(finding => finding.State != FindingState.Fault);
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(
                new DoctorJson(healthy, [.. findings.Select(finding => new FindingJson(finding.Check, Word(finding.State), finding.Sentence))]),
                CliJson.Readable.DoctorJson)
            : Summary(findings));
        return healthy ? ExitCodes.Done : ExitCodes.Failure;
    }

    private static IAsyncEnumerable<Finding> ExamineAsync(Func<Settings> load, CancellationToken cancellationToken)
    {
        try
        {
            return new SetupDiagnosis(load()).ExamineAsync(cancellationToken);
        }
        catch (SettingsException exception)
        {
            return exception.Message.Split('\n').Select(line => Finding.Fault("settings", line)).ToAsyncEnumerable();
        }
    }

    private static string Word(FindingState state) => state switch
    {
        FindingState.Fine => "ok",
        FindingState.Warning => "warning",
        _ => "fault",
    };

    private static string Summary(List<Finding> findings)
    {
        var (faults, warnings) = (Count(FindingState.Fault), Count(FindingState.Warning));
        return (faults, warnings) switch
        {
            (0, 0) => "All is well.",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"The bot can work; {warnings} to look at."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{faults} to mend, {warnings} to look at."),
        };

        int Count(FindingState state) => findings.Count(finding => finding.State == state);
    }
}
