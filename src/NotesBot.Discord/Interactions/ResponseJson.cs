using System.Buffers;
using System.Text.Json;
using NotesBot.Discord.Rendering;

namespace NotesBot.Discord.Interactions;

/// <summary>Writes first responses.</summary>
internal static class ResponseJson
{
    /// <summary>A response without data.</summary>
    internal static byte[] Bare(ResponseType type) =>
        JsonSerializer.SerializeToUtf8Bytes(new BareResponse((int)type), MessageJson.Relaxed.BareResponse);

    /// <summary>A deferral: whether it is private is all that can be said now, and it cannot be said later.</summary>
    internal static byte[] Deferral(ResponseType type, bool isPrivate) => JsonSerializer.SerializeToUtf8Bytes(
        new Deferral((int)type, isPrivate ? new DeferralData(MessageFlags.Ephemeral) : null), MessageJson.Relaxed.Deferral);

    /// <summary>A completion with nothing in it.</summary>
    internal static byte[] NoChoices => [.. """{"type":8,"data":{"choices":[]}}"""u8];

    /// <summary>One sentence as a message for one person.</summary>
    internal static byte[] Plain(string sentence) => Sentence(sentence, isMessage: true);

    /// <summary>One sentence in place of "thinking".</summary>
    internal static byte[] PlainEdit(string sentence) => Sentence(sentence, isMessage: false);

    private static byte[] Sentence(string sentence, bool isMessage)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("content", sentence);
            if (isMessage)
            {
                writer.WriteNumber("flags", MessageFlags.Ephemeral);
            }

            writer.WriteStartObject("allowed_mentions");
            writer.WriteStartArray("parse");
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A response with data that is JSON already.</summary>
    internal static byte[] With(ResponseType type, ReadOnlySpan<byte> data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 32);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", (int)type);
            writer.WritePropertyName("data");
            writer.WriteRawValue(data, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
