using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lucene.Net.Util;
using NotesBot.Notes;

namespace NotesBot.Search.Store;

/// <summary>What the index stores, as JSON in UTF-8, letters as they are: a passage, the record of a file, the facts of the library.</summary>
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(IndexedFile))]
[JsonSerializable(typeof(LibraryFacts))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    private static readonly StoredJson Compact = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    });

    internal static byte[] Write(Passage passage) => JsonSerializer.SerializeToUtf8Bytes(passage, Compact.Passage);

    internal static byte[] Write(IndexedFile file) => JsonSerializer.SerializeToUtf8Bytes(file, Compact.IndexedFile);

    internal static byte[] Write(LibraryFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts, Compact.LibraryFacts);

    internal static Passage? ReadPassage(BytesRef bytes) => JsonSerializer.Deserialize(SpanOf(bytes), Compact.Passage);

    internal static IndexedFile? ReadFile(BytesRef bytes) => JsonSerializer.Deserialize(SpanOf(bytes), Compact.IndexedFile);

    internal static LibraryFacts? ReadFacts(BytesRef bytes) => JsonSerializer.Deserialize(SpanOf(bytes), Compact.LibraryFacts);

    private static ReadOnlySpan<byte> SpanOf(BytesRef bytes) => bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
}
