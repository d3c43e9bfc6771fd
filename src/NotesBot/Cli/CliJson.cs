using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Cli;

/// <summary>What <c>doctor --json</c> prints.</summary>
internal sealed record DoctorJson(bool Healthy, IReadOnlyList<FindingJson> Findings);

/// <summary>One thing that was looked at.</summary>
internal sealed record FindingJson(string Check, string State, string Sentence);

/// <summary>One line of <c>find --batch</c>.</summary>
internal sealed record BatchQuestion(string Id, string Query, int? Course, int? Week);

/// <summary>The command line's JSON: camel case, and text as people write it, not escaped for HTML.</summary>
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
