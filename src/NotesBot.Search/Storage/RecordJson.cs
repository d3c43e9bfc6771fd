using System.Text.Json.Serialization;

namespace NotesBot.Search.Storage;

[JsonSerializable(typeof(IndexedFile))]
[JsonSerializable(typeof(LibraryFacts))]
internal sealed partial class RecordJson : JsonSerializerContext;
