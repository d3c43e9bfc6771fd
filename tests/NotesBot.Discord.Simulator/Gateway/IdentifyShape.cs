using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>The fields of IDENTIFY and RESUME, from the page "Gateway events".</summary>
internal static class IdentifyShape
{
    private const long AllIntents = (1L << 26) - 1;
    private const long Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private static readonly Rule Identify = new("GW-16", "GE");
    private static readonly TextShape Text = new(1, 256);

    private static readonly ObjectShape Shape = new(Identify,
        Must("token", new TextShape(1, 512)),
        Must("intents", new IntegerShape(0, long.MaxValue)),
        Must("properties", new ObjectShape(Identify, Must("os", Text), Must("browser", Text), Must("device", Text))),
        May("shard", new ListShape(new IntegerShape(0, int.MaxValue), 2, 2), new Rule("GW-51", "GW")),
        May("presence", new AnyShape((_, _) => { })),
        May("compress", new BooleanShape()),
        May("large_threshold", new IntegerShape(50, 250)));

    private static readonly ObjectShape ResumeShape = new(new Rule("GW-14", "GE"),
        Must("token", new TextShape(1, 512)),
        Must("session_id", new TextShape(1, 256)),
        Must("seq", new IntegerShape(0, long.MaxValue)));

    /// <summary>All that is wrong with the data of an IDENTIFY.</summary>
    public static IReadOnlyList<Finding> Judge(JsonElement data)
    {
        var at = new Spot("d", Identify, []);
        Shape.Check(data, at);
        if (Intents(data) is { } intents and not 0)
        {
            var rule = (intents & Privileged) != 0 ? new Rule("GW-17", "GW") : Identify;
            at.In("intents").Under(rule).Note($"intents is {intents}; answering commands needs none.");
        }

        return at.Found;
    }

    /// <summary>All that is wrong with the data of a RESUME.</summary>
    public static IReadOnlyList<Finding> JudgeResume(JsonElement data)
    {
        var at = new Spot("d", Identify, []);
        ResumeShape.Check(data, at);
        return at.Found;
    }

    /// <summary>4013 for wrong bits, 4014 for privileged ones.</summary>
    public static int? IntentsCloseCode(JsonElement data) => Intents(data) switch
    {
        { } intents when (intents & ~AllIntents) != 0 => 4013,
        { } intents when (intents & Privileged) != 0 => 4014,
        _ => null,
    };

    private static long? Intents(JsonElement data) =>
        JsonText.Property(data, "intents") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var intents)
            ? intents
            : null;
}
