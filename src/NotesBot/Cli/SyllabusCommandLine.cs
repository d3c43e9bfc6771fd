using System.Text.Json;
using NotesBot.Commands.Contract;
using NotesBot.Libraries;

namespace NotesBot.Cli;

/// <summary><c>syllabus</c>: the courses and weeks, for people or as JSON.</summary>
internal static class SyllabusCommandLine
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings, int? course, int? week, bool json, CancellationToken cancellationToken)
    {
        using var library = await Opening.ForReadingAsync(settings, cancellationToken);
        if (!json)
        {
            return await Ask.PrintAsync(library, "syllabus", [("course", course), ("week", week)], cancellationToken);
        }

        var syllabus = LibraryCommands.JsonOver(library).Syllabus(course, week);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(syllabus, ContractJson.Readable.SyllabusJson));
        return ExitCodes.Done;
    }
}
