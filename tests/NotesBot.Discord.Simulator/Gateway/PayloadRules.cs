using System.Text;
using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>What one connection may send, and when. Not safe for many threads: the connection's loop alone uses it.</summary>
internal sealed class PayloadRules(World world, Faults faults, GatewayConnection connection)
{
    private const int MaxBytes = 4096;
    private const int MaxPayloads = 120;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<DateTimeOffset> _sent = new();
    private DateTimeOffset? _lastBeat;
    private bool _beatUnanswered;

    /// <summary>When HELLO was sent; nothing may come before.</summary>
    public DateTimeOffset? HelloAt { get; set; }

    /// <summary>Size and rate; the close code when broken.</summary>
    public int? CheckSending(byte[] bytes)
    {
        if (HelloAt is null)
        {
            world.Violate("GW-04", "GW", "Something was sent before HELLO.", Name(bytes));
        }

        if (bytes.Length > MaxBytes)
        {
            world.Violate("GW-50", "GW", $"A payload of {bytes.Length} bytes; at most {MaxBytes}.", Name(bytes));
            return 4002;
        }

        _sent.Enqueue(world.Now);
        while (_sent.Peek() <= world.Now - Window)
        {
            _sent.Dequeue();
        }

        if (_sent.Count > MaxPayloads)
        {
            world.Violate("GW-49", "GW", $"More than {MaxPayloads} payloads in 60 s.", Name(bytes));
            return 4008;
        }

        return null;
    }

    /// <summary>Parses a payload; the close code when it is none.</summary>
    public (JsonElement Payload, int Op, int? CloseCode) Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var payload = document.RootElement.Clone();
            return JsonText.Number(payload, "op") is { } op ? (payload, op, null) : Undecodable("There is no op in it.");
        }
        catch (JsonException)
        {
            return Undecodable("It is not JSON.");
        }
    }

    /// <summary>A heartbeat's value and time.</summary>
    public void CheckHeartbeat(JsonElement payload)
    {
        var late = world.Options.HeartbeatInterval + world.Options.HeartbeatTolerance;
        if (world.Now - (_lastBeat ?? HelloAt ?? world.Now) > late)
        {
            world.Violate("GW-08", "GW", $"The heartbeat came after {(world.Now - (_lastBeat ?? HelloAt!.Value)).TotalSeconds:0.0} s.",
                "op 1");
        }

        if (_beatUnanswered)
        {
            world.Violate("GW-13", "GW", "A heartbeat although the last one got no ACK: the connection is a zombie.", "op 1");
        }

        CheckSequence(payload);
        _lastBeat = world.Now;
        _beatUnanswered = faults.Zombie;
        connection.MustKeepSession = faults.Zombie ? new Rule("GW-13", "GW") : connection.MustKeepSession;
    }

    /// <summary>Fields of an IDENTIFY; the close code when it is refused.</summary>
    public int? CheckIdentify(JsonElement payload)
    {
        var data = JsonText.Property(payload, "d") ?? default;
        foreach (var finding in IdentifyShape.Judge(data))
        {
            world.Violate(finding.Rule, $"{finding.Path}: {finding.Message}", "op 2");
        }

        if (JsonText.Of(data, "token") != world.Options.Token)
        {
            return 4004;
        }

        if (JsonText.Items(data, "shard").Select(item => item.TryGetInt32(out var number) ? number : -1).ToList() is [var id, var count]
            && (id < 0 || id >= count))
        {
            world.Violate("GW-51", "GW", $"Shard {id} of {count}.", "op 2");
            return 4010;
        }

        return IdentifyShape.IntentsCloseCode(data);
    }

    private void CheckSequence(JsonElement payload)
    {
        var session = connection.Session;
        var given = payload.TryGetProperty("d", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : (long?)null;
        var isNull = payload.TryGetProperty("d", out value) && value.ValueKind == JsonValueKind.Null;
        if (given is null && !isNull)
        {
            world.Violate("GW-09", "GW", "A heartbeat's d is a sequence number or null.", "op 1");
        }

        if (given > (session?.Sequence ?? long.MaxValue))
        {
            world.Violate("GW-10", "GW", $"A heartbeat with {given}, which was never sent.", "op 1");
        }
    }

    private (JsonElement Payload, int Op, int? CloseCode) Undecodable(string sentence)
    {
        world.Violate("GW-42", "OP", $"A payload that cannot be decoded: {sentence}", "frame");
        return (default, -1, 4002);
    }

    private static string Name(byte[] bytes) =>
        $"frame of {bytes.Length} bytes: {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(8, bytes.Length)))}…";
}
