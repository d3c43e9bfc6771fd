using System.Text.Json;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Responses to interactions, as on the page "Receiving and responding".</summary>
internal static class CallbackRules
{
    private static readonly Rule Types = new("IN-32", "RR");
    private static readonly Rule Choosing = new("IN-17", "RR");

    private static readonly ObjectShape Choice = new(Choosing,
        Must("name", new TextShape(1, 100, TextFormats.Visible)),
        Must("value", new AnyShape(CheckChoiceValue)),
        May("name_localizations", new AnyShape((value, at) => LocalizedRules.Check(value, new TextShape(1, 100), at))));

    private static readonly ObjectShape Choices = new(Choosing, Must("choices", new ListShape(Choice, 0, 25)));

    /// <summary>By response type, the fields of the body.</summary>
    private static readonly Dictionary<int, Shape> Bodies = new()
    {
        [1] = Body(1),
        [4] = Body(4, Must("data", MessageShapes.Reply)),
        [5] = Body(5, May("data", MessageShapes.Deferral)),
        [6] = Body(6),
        [7] = Body(7, May("data", MessageShapes.Edit)),
        [8] = Body(8, Must("data", Choices)),
        [9] = Body(9, Must("data", ModalShapes.Modal)),
    };

    /// <summary>Checks a response by itself; <paramref name="files"/> is how many files came with it.</summary>
    public static void Check(JsonElement body, int files, Spot at)
    {
        new TypedShape(Types, () => Bodies).Check(body, at);
        if (JsonText.Property(body, "data") is not { } data)
        {
            return;
        }

        switch (JsonText.Number(body, "type"))
        {
            case 4:
                MessageRules.CheckNew(data, files, at.In("data"));
                break;
            case 7:
                MessageRules.CheckParts(data, at.In("data"));
                break;
            case 9:
                ModalShapes.CheckTogether(data, at.In("data"));
                break;
            default:
                break;
        }
    }

    private static ObjectShape Body(int type, params Field[] more) => new(Types, [Must("type", new EnumShape(type)), .. more]);

    private static void CheckChoiceValue(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            new TextShape(1, 100).Check(value, at);
        }
    }
}
