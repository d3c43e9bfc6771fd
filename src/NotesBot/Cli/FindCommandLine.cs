using System.Text.Json;
using NotesBot.Commands.Contract;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Search;

namespace NotesBot.Cli;

/// <summary><c>find</c>: one question for people or as JSON, or a file of them.</summary>
internal static class FindCommandLine
{
    private const int MaxTop = 100;

    /// <returns>The exit code: 0 answered or not.</returns>
    public static async Task<int> RunAsync(Settings settings, FindArguments arguments, CancellationToken cancellationToken)
    {
        if (FaultOf(arguments) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCodes.WrongUse;
        }

        using var library = await Opening.ForReadingAsync(settings, cancellationToken);
        try
        {
            return await AnswerAsync(library, arguments, cancellationToken);
        }
        catch (IndexUnavailableException) when (arguments.Batch is null)
        {
            using var anew = await Opening.AnewAsync(settings, cancellationToken);
            return await AnswerAsync(anew, arguments, cancellationToken);
        }
    }

    private static async Task<int> AnswerAsync(ILibrary library, FindArguments arguments, CancellationToken cancellationToken) =>
        arguments switch
        {
            { Batch: not null } => await AskAllAsync(library, arguments, cancellationToken),
            { Json: false, Explain: false, Top: null } => await Ask.PrintAsync(
                library, "find", [("query", arguments.Query), ("course", arguments.Course), ("week", arguments.Week)], cancellationToken),
            _ => await AskOneAsync(library, arguments, cancellationToken),
        };

    private static string? FaultOf(FindArguments arguments) => arguments switch
    {
        { Top: < 1 or > MaxTop } => $"--top is {arguments.Top}: give a number from 1 to {MaxTop}.",
        { Batch: null } when string.IsNullOrWhiteSpace(arguments.Query) => "There is no question: NotesBot find data drift.",
        { Batch: not null, Query.Length: > 0 } => "Give a question or --batch, not both.",
        { Batch: { } file } when !File.Exists(file) => $"{file} is not there: give a file of JSON lines, one question a line.",
        { Batch: not null, Json: false } => "--batch prints JSON only: add --json.",
        _ => null,
    };

    private static async Task<int> AskOneAsync(ILibrary library, FindArguments arguments, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(arguments.Query, arguments.Course, arguments.Week, arguments.Top ?? 10, arguments.Explain);
        var found = await LibraryCommands.JsonOver(library).FindAsync(request, cancellationToken);
        await Console.Out.WriteLineAsync(arguments.Json ? JsonSerializer.Serialize(found, ContractJson.Readable.FindJson) : FindText.Of(found));
        return ExitCodes.Done;
    }

    private static async Task<int> AskAllAsync(ILibrary library, FindArguments arguments, CancellationToken cancellationToken)
    {
        var (number, answers) = (0, LibraryCommands.JsonOver(library));
        await foreach (var line in File.ReadLinesAsync(arguments.Batch!, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is not { } question)
            {
                await Console.Error.WriteLineAsync(
                    $"{arguments.Batch}:{number} is no question. A line is {{\"id\": \"1\", \"query\": \"data drift\"}}.");
                return ExitCodes.WrongUse;
            }

            var request = new SearchRequest(question.Query, question.Course, question.Week, arguments.Top ?? 10, arguments.Explain);
            var found = await answers.FindAsync(request, cancellationToken);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(found with { Id = question.Id }, ContractJson.Readable.FindJson));
        }

        return ExitCodes.Done;
    }

    private static BatchQuestion? Parse(string line)
    {
        try
        {
            var question = JsonSerializer.Deserialize(line, CliJson.Readable.BatchQuestion);
            return question is { Id: not null, Query: not null } ? question : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
