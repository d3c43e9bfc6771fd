using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>A request that arrived, and how it was answered.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="RouteName">Short name, such as <c>callback</c>; empty when there is no such route.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">The route's template.</param>
/// <param name="Path">The path as it was, tokens and all, with its query.</param>
public sealed record RecordedRequest(DateTimeOffset At, string RouteName, string Method, string Route, string Path)
{
    /// <summary>Headers by name.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The JSON of the body, or of <c>payload_json</c>.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Part names and file names of a multipart body.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Status of the answer; 0 when none was given.</summary>
    public int Status { get; init; }

    /// <summary>Code in the answer's body, where it has one.</summary>
    public int? Code { get; init; }
}
