using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Cli;

/// <summary>What <c>find --json</c> prints, one object a question. The README documents it: it is a contract.</summary>
internal sealed record FindJson(
    string Query,
    bool Confident,
    IReadOnlyList<FindResultJson> Results,
    [property: JsonPropertyName("took_ms")] double TookMs)
{
    /// <summary>Of the batch line; left out without one.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>The query with its spelling corrected; left out when it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SearchedFor { get; init; }

    /// <summary>A fact of the syllabus that answers; left out without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Notice { get; init; }
}

internal sealed record FindResultJson
{
    public required string Path { get; init; }
    public required string? Heading { get; init; }
    public required int? Course { get; init; }
    public required int? Week { get; init; }
    public required int? Page { get; init; }
    public required int? Cell { get; init; }
    public required int? Line { get; init; }
    public required int? EndLine { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }
    public required string Snippet { get; init; }
    public required string? Url { get; init; }
    public required PassageJson Passage { get; init; }
    public required double Score { get; init; }

    /// <summary>What gave the result its place; only with <c>--explain</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Explanation { get; init; }
}

/// <summary>Where the whole passage stands that a result is a stretch of.</summary>
internal sealed record PassageJson(int? Page, int? Cell, int? Line, int? EndLine);

/// <summary>What <c>syllabus --json</c> prints.</summary>
internal sealed record SyllabusJson(IReadOnlyList<CourseJson> Courses)
{
    /// <summary>Folders and notes, where there are no courses; left out where there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutlineJson>? Outline { get; init; }
}

/// <summary>A folder or note; the inside of a note is left out.</summary>
internal sealed record OutlineJson(string Title, string Path, int Notes, int Passages)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutlineJson>? Inside { get; init; }
}

internal sealed record CourseJson(int Number, string? Title, bool HasNotes, IReadOnlyList<WeekJson> Weeks);

internal sealed record WeekJson(int Number, string? Title, string Unit, bool HasNotes, int Passages, IReadOnlyList<LinkJson> Links);

/// <summary>A note of a week.</summary>
internal sealed record LinkJson(string Path, string Title, string? Url);

/// <summary>What <c>doctor --json</c> prints.</summary>
internal sealed record DoctorJson(bool Healthy, IReadOnlyList<FindingJson> Findings);

/// <summary>One thing that was looked at.</summary>
internal sealed record FindingJson(string Check, string State, string Sentence);

/// <summary>One line of <c>find --batch</c>.</summary>
internal sealed record BatchQuestion(string Id, string Query, int? Course, int? Week);

/// <summary>The command line's JSON: camel case, and text as people write it, not escaped for HTML.</summary>
[JsonSerializable(typeof(FindJson))]
[JsonSerializable(typeof(SyllabusJson))]
[JsonSerializable(typeof(BatchQuestion))]
[JsonSerializable(typeof(DoctorJson))]
internal sealed partial class CliJson : JsonSerializerContext
{
    public static CliJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
