using System.Text.Json;
using NotesBot.Commands.Find;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Notes.Links;
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
        var answer = await library.Searcher.SearchAsync(request, cancellationToken);
        var found = ToJson(answer, request, library);
        await Console.Out.WriteLineAsync(arguments.Json ? JsonSerializer.Serialize(found, CliJson.Readable.FindJson) : FindText.Of(found));
        return ExitCodes.Done;
    }

    private static async Task<int> AskAllAsync(ILibrary library, FindArguments arguments, CancellationToken cancellationToken)
    {
        var number = 0;
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
            var found = ToJson(await library.Searcher.SearchAsync(request, cancellationToken), request, library) with { Id = question.Id };
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(found, CliJson.Readable.FindJson));
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

    private static FindJson ToJson(SearchAnswer answer, SearchRequest request, ILibrary library) =>
        new(answer.Query, answer.Confidence == Confidence.Answer || answer.Syllabus is not null,
            [.. answer.Hits.Select(hit => ToJson(hit, library.Links))], Math.Round(answer.Took.TotalMilliseconds, 3))
        {
            SearchedFor = answer.SearchedFor,
            Notice = FindNotice.Of(answer, request, library.Searcher, locale: null),
        };

    private static FindResultJson ToJson(Hit hit, NoteLinks links) => new()
    {
        Path = hit.Passage.Path,
        Heading = hit.Place.Trail.Count == 0 ? null : string.Join(" > ", hit.Place.Trail),
        Course = hit.Passage.Course,
        Week = hit.Passage.Week,
        Page = hit.Place.At.Page,
        Cell = hit.Place.At.Cell,
        Line = hit.Place.At.Line,
        EndLine = hit.Place.At.EndLine,
        Kind = hit.Passage.Kind.ToString().ToLowerInvariant(),
        Text = hit.Passage.Text,
        Snippet = hit.Snippet.Text,
        Url = links.UrlOf(hit.Place),
        Passage = new PassageJson(hit.Passage.Page, hit.Passage.Cell, hit.Passage.Line, hit.Passage.EndLine),
        Score = Math.Round(hit.Score, 4),
        Explanation = hit.Explanation.Count == 0 ? null : hit.Explanation,
    };
}
