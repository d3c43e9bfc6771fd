using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Notes;

/// <summary>Everything that reading one file needs to know, in whichever process it is done.</summary>
/// <param name="SlugStyle">How fragments of headings are made; never <see cref="SlugStyle.Auto"/>.</param>
/// <param name="File">The file, as its content was read.</param>
/// <param name="Hash">Hash of its content, hexadecimal.</param>
public sealed record ReadingOrder(SlugStyle SlugStyle, NoteFile File, string Hash)
{
    /// <summary>The encoding of files that are not in Unicode; <see langword="null"/> for what each file is like.</summary>
    public string? Encoding { get; init; }

    /// <summary>The bytes of the file. They go beside the JSON: <see cref="Serialize"/> leaves them out.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The order as JSON in UTF-8, for another process.</summary>
    public byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(this, ReadingJson.Compact.ReadingOrder);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ReadingOrder Parse(ReadOnlySpan<byte> json, ReadOnlyMemory<byte> content)
    {
        var order = JsonSerializer.Deserialize(json, ReadingJson.Compact.ReadingOrder) ?? throw new JsonException("The order is null.");
        return order with { Content = content };
    }
}
