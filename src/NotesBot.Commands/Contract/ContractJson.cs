using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Commands.Contract;

/// <summary>The contract's JSON: camel case, and text as people write it, not escaped for HTML.</summary>
[JsonSerializable(typeof(FindJson))]
[JsonSerializable(typeof(SyllabusJson))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Writes and reads it.</summary>
    public static ContractJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
