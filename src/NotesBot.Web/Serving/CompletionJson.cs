using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Web.Serving;

/// <summary>What the page itself asks for while somebody types.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class CompletionJson : JsonSerializerContext
{
    /// <summary>Writes text as people write it.</summary>
    internal static CompletionJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
