using System.Buffers;
using System.Text.Json;

namespace NotesBot.Discord.Gateway;

/// <summary>Writes what we send to the gateway. Nothing longer than Discord takes is ever returned.</summary>
/// <remarks>Source: Discord's page "Gateway Events".</remarks>
internal static class GatewayPayloads
{
    private const string Library = "NotesBot";

    /// <summary>Opcode 1.</summary>
    public static ReadOnlyMemory<byte>? Heartbeat(long? sequence) => Write(1, json =>
    {
        if (sequence is { } s)
        {
            json.WriteNumber("d", s);
        }
        else
        {
            json.WriteNull("d");
        }
    });

    /// <summary>Opcode 2, with no intents: interactions belong to none.</summary>
    public static ReadOnlyMemory<byte>? Identify(string token, ShardId shard) => Write(2, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token);
        json.WriteNumber("intents", 0);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser", Library);
        json.WriteString("device", Library);
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(shard.Index);
        json.WriteNumberValue(shard.Count);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Opcode 6.</summary>
    public static ReadOnlyMemory<byte>? Resume(string token, string sessionId, long sequence) => Write(6, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token);
        json.WriteString("session_id", sessionId);
        json.WriteNumber("seq", sequence);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte>? Write(int op, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op", op);
            data(json);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= DiscordLimits.GatewayPayloadBytes ? buffer.WrittenMemory : default(ReadOnlyMemory<byte>?);
    }
}

/// <summary>One of the connections that share a bot's servers.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct ShardId(int Index, int Count)
{
    /// <summary>As people count them.</summary>
    public override string ToString() => $"{Index + 1}/{Count}";
}
