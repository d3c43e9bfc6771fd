using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Notes;

/// <summary>What goes between two processes of this program, letters as they are.</summary>
[JsonSerializable(typeof(ReadingOrder))]
[JsonSerializable(typeof(FileReading))]
internal sealed partial class ReadingJson : JsonSerializerContext
{
    internal static ReadingJson Compact { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
