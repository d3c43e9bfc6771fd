using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NotesBot.Commands.Contract;

namespace NotesBot.Web.Serving;

/// <summary>The JSON contract over HTTP: what <c>find --json</c> and <c>syllabus --json</c> print.</summary>
/// <param name="answers">What answers.</param>
internal sealed class ApiEndpoints(JsonAnswers answers)
{
    private const int MaxQueryLength = 1_000;
    private const string NotReady = "The notes are still being read, or the index cannot be read. Ask again in a moment.";

    /// <summary>Adds them.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("notes")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/find", FindAsync).WithName("find").Produces<FindJson>()
            .WithSummary("The passages that answer a question, best first")
            .WithDescription("At most ten. Where the notes do not answer, confident is false and results holds what is near.");
        api.MapGet("/syllabus", Syllabus).WithName("syllabus").Produces<SyllabusJson>()
            .WithSummary("The courses and weeks, and which of them have notes")
            .WithDescription("A course or week that does not exist gives no courses. Notes without courses have an outline of folders and notes.");
    }

    private async Task<IResult> FindAsync(
        [Description("Words, an acronym or a whole question")] string? q,
        [Description("Only this course")] int? course,
        [Description("Only this week")] int? week,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > MaxQueryLength)
        {
            return TypedResults.Problem($"q is the question: 1 to {MaxQueryLength} characters.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await answers.AskAsync(q, course, week, cancellationToken) is { } found
            ? TypedResults.Json(found, ContractJson.Readable.FindJson)
            : Unavailable();
    }

    private IResult Syllabus([Description("Only this course")] int? course, [Description("Only this week")] int? week) =>
        answers.SyllabusIfReady(course, week) is { } syllabus ? TypedResults.Json(syllabus, ContractJson.Readable.SyllabusJson) : Unavailable();

    private static ProblemHttpResult Unavailable() => TypedResults.Problem(NotReady, statusCode: StatusCodes.Status503ServiceUnavailable);
}
