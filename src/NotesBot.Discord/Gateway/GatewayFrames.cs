using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Discord.Gateway;

/// <summary>Reads gateway payloads. Whatever a frame holds, the result is an input and no exception.</summary>
/// <param name="url">Where they come from, and where to resume when READY does not say.</param>
internal sealed class GatewayFrames(Uri url)
{
    /// <summary>Reads one whole message. Only what is kept is copied.</summary>
    /// <param name="message">UTF-8 JSON.</param>
    /// <param name="receivedAt">When it was complete.</param>
    public GatewayInput Read(ReadOnlyMemory<byte> message, long receivedAt)
    {
        try
        {
            var envelope = Envelope.Read(message.Span);
            var data = message[envelope.Data];
            return envelope.Op switch
            {
                0 => ReadEvent(envelope, data, receivedAt),
                1 => new HeartbeatRequested(),
                7 => new ReconnectRequested(),
                9 => new SessionInvalidated(data.Span.SequenceEqual("true"u8)),
                10 => ReadHello(data),
                11 => new HeartbeatAcknowledged(),
                { } op => new UnknownOp(op),
                null => new Unintelligible(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return new Unintelligible();
        }
    }

    private static GatewayInput ReadHello(ReadOnlyMemory<byte> data)
    {
        var hello = JsonSerializer.Deserialize(data.Span, GatewayJson.Default.HelloData);
        return hello?.HeartbeatInterval is > 0 and < int.MaxValue
            ? new Hello(TimeSpan.FromMilliseconds(hello.HeartbeatInterval))
            : new Unintelligible();
    }

    private GatewayInput ReadEvent(Envelope envelope, ReadOnlyMemory<byte> data, long receivedAt) => envelope.Name switch
    {
        "READY" => ReadReady(envelope, data),
        "RESUMED" => new ResumedReceived(envelope.Sequence),
        "INTERACTION_CREATE" => Envelope.ReadId(data.Span) is { } id
            ? new InteractionReceived(envelope.Sequence, id, data.ToArray(), receivedAt)
            : new OtherEvent(envelope.Sequence, "INTERACTION_CREATE without an id"),
        var name => new OtherEvent(envelope.Sequence, name ?? ""),
    };

    private GatewayInput ReadReady(Envelope envelope, ReadOnlyMemory<byte> data)
    {
        var ready = JsonSerializer.Deserialize(data.Span, GatewayJson.Default.ReadyData);
        if (string.IsNullOrEmpty(ready?.SessionId))
        {
            return new Unintelligible();
        }

        var resume = Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var told)
            && told is { Scheme: "wss" } or { Scheme: "ws", IsLoopback: true } ? told : url;
        ulong? application = ulong.TryParse(ready.Application?.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return new ReadyReceived(envelope.Sequence, ready.SessionId, resume!, application) { FirstUrl = url };
    }

    /// <summary>The outer object: its parts may come in any order, and <c>d</c> is only measured.</summary>
    private readonly record struct Envelope(int? Op, long? Sequence, string? Name, Range Data)
    {
        public static Envelope Read(ReadOnlySpan<byte> message)
        {
            var reader = new Utf8JsonReader(message);
            var envelope = default(Envelope);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return envelope;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                envelope = envelope.With(ref reader);
            }

            // Anything after the object makes the frame unreadable: the reader throws.
            return reader.Read() ? default : envelope;
        }

        public static ulong? ReadId(ReadOnlySpan<byte> data)
        {
            var reader = new Utf8JsonReader(data);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId && reader.TokenType == JsonTokenType.String)
                {
                    return ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
                }

                reader.Skip();
            }

            return null;
        }

        private Envelope With(ref Utf8JsonReader reader)
        {
            var name = reader.ValueTextEquals("op"u8) ? 'o' : reader.ValueTextEquals("s"u8) ? 's'
                : reader.ValueTextEquals("t"u8) ? 't' : reader.ValueTextEquals("d"u8) ? 'd' : ' ';
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var kind = reader.TokenType;
            var next = name switch
            {
                'o' => this with { Op = reader.GetInt32() },
                's' when kind != JsonTokenType.Null => this with { Sequence = reader.GetInt64() },
                't' when kind != JsonTokenType.Null => this with { Name = reader.GetString() },
                _ => this,
            };
            reader.Skip();
            return name == 'd' ? next with { Data = start..(int)reader.BytesConsumed } : next;
        }
    }
}

/// <summary>What is read of HELLO.</summary>
/// <param name="HeartbeatInterval">In milliseconds.</param>
internal sealed record HelloData(double HeartbeatInterval);

/// <summary>What is read of READY; the servers in it are not.</summary>
internal sealed record ReadyData(string? SessionId, string? ResumeGatewayUrl, ReadyApplication? Application);

/// <summary>The application in READY.</summary>
internal sealed record ReadyApplication(string? Id);

/// <summary>The gateway's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
internal sealed partial class GatewayJson : JsonSerializerContext;
