using System.Text.Json.Serialization;

namespace NotesBot.Commands.Contract;

/// <summary>What a question gives as JSON. The README documents it: it is a contract.</summary>
/// <param name="Query">The question as it was asked.</param>
/// <param name="Confident">Whether the notes answer; else <paramref name="Results"/> holds what is near.</param>
/// <param name="Results">Best first.</param>
/// <param name="TookMs">How long the search took, in milliseconds.</param>
public sealed record FindJson(
    string Query,
    bool Confident,
    IReadOnlyList<FindResultJson> Results,
    [property: JsonPropertyName("took_ms")] double TookMs)
{
    /// <summary>Of the line of a batch; left out without one.</summary>
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

/// <summary>A passage that was found, with the part of it that answers.</summary>
public sealed record FindResultJson
{
    /// <summary>The note, relative to the notes folder, with <c>/</c> between its parts.</summary>
    public required string Path { get; init; }

    /// <summary>The headings above it, the outermost first, joined by <c> &gt; </c>.</summary>
    public required string? Heading { get; init; }

    /// <summary>Course of the syllabus, from 1.</summary>
    public required int? Course { get; init; }

    /// <summary>Week of the course, from 1.</summary>
    public required int? Week { get; init; }

    /// <summary>Page of the part that answers, from 1.</summary>
    public required int? Page { get; init; }

    /// <summary>Its cell, from 1.</summary>
    public required int? Cell { get; init; }

    /// <summary>Its first line, from 1.</summary>
    public required int? Line { get; init; }

    /// <summary>Its last line.</summary>
    public required int? EndLine { get; init; }

    /// <summary><c>prose</c>, <c>list</c>, <c>table</c>, <c>code</c>, <c>definition</c> or <c>contents</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Plain text of the whole passage.</summary>
    public required string Text { get; init; }

    /// <summary>The part that answers, without marks.</summary>
    public required string Snippet { get; init; }

    /// <summary>Where that part can be read on the notes' host.</summary>
    public required string? Url { get; init; }

    /// <summary>Where the whole passage stands.</summary>
    public required PassageJson Passage { get; init; }

    /// <summary>Larger is better; comparable only within one answer.</summary>
    public required double Score { get; init; }

    /// <summary>What gave the result its place; only where it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Explanation { get; init; }
}

/// <summary>Where the whole passage stands that a result is a stretch of.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Cell">Cell, from 1.</param>
/// <param name="Line">First line, from 1.</param>
/// <param name="EndLine">Last line.</param>
public sealed record PassageJson(int? Page, int? Cell, int? Line, int? EndLine);
