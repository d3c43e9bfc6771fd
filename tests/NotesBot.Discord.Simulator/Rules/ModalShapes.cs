using System.Text.Json;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Modals, as on the pages "Receiving and responding" and "Component reference".</summary>
internal static class ModalShapes
{
    private static readonly Rule Modals = new("IN-30", "CR");

    private static readonly ObjectShape TextInput = new(Modals, ComponentShapes.Type(4), ComponentShapes.Id, ComponentShapes.CustomId,
        Must("style", new EnumShape(1, 2)),
        May("value", new TextShape(0, 4000)),
        May("placeholder", new TextShape(0, 100)),
        May("required", new BooleanShape()),
        May("min_length", new IntegerShape(0, 4000)),
        May("max_length", new IntegerShape(1, 4000)));

    private static readonly ObjectShape Option = new(Modals,
        Must("label", new TextShape(1, 100)),
        Must("value", new TextShape(1, 100)),
        May("description", new TextShape(0, 100)),
        May("default", new BooleanShape()));

    private static readonly Field Required = May("required", new BooleanShape());
    private static readonly Field MinValues = May("min_values", new IntegerShape(0, 10));
    private static readonly Field MaxValues = May("max_values", new IntegerShape(1, 10));

    private static readonly Dictionary<int, Shape> OfLabel = new()
    {
        [3] = new AnyShape(SelectRules.Check(ComponentShapes.StringSelect.Without("disabled"))),
        [4] = TextInput,
        [5] = ComponentShapes.EntitySelect(5).Without("disabled"),
        [6] = ComponentShapes.EntitySelect(6).Without("disabled"),
        [7] = ComponentShapes.EntitySelect(7).Without("disabled"),
        [8] = ComponentShapes.EntitySelect(8).Without("disabled"),
        [19] = new ObjectShape(Modals, ComponentShapes.Type(19), ComponentShapes.Id, ComponentShapes.CustomId, Required, MinValues,
            MaxValues),
        [21] = new ObjectShape(Modals, ComponentShapes.Type(21), ComponentShapes.Id, ComponentShapes.CustomId, Required, Options(2)),
        [22] = new ObjectShape(Modals, ComponentShapes.Type(22), ComponentShapes.Id, ComponentShapes.CustomId, Required, MinValues,
            MaxValues, Options(1)),
        [23] = new ObjectShape(Modals, ComponentShapes.Type(23), ComponentShapes.Id, ComponentShapes.CustomId,
            May("default", new BooleanShape())),
    };

    private static readonly Dictionary<int, Shape> OfModal = new()
    {
        [1] = new ObjectShape(Modals, ComponentShapes.Type(1), ComponentShapes.Id,
            Must("components", new ListShape(TextInput.And(Must("label", new TextShape(1, 45))), 1, 1))),
        [10] = ComponentShapes.TextDisplay,
        [18] = new ObjectShape(Modals, ComponentShapes.Type(18), ComponentShapes.Id,
            Must("label", new TextShape(1, 45)),
            May("description", new TextShape(1, 100)),
            Must("component", new TypedShape(Modals, () => OfLabel))),
    };

    /// <summary>Data of a response of type 9.</summary>
    public static readonly ObjectShape Modal = new(Modals,
        ComponentShapes.CustomId,
        Must("title", new TextShape(1, 45, TextFormats.Visible)),
        Must("components", new ListShape(new TypedShape(Modals, () => OfModal), 1, 5)));

    /// <summary>What the shapes cannot say: ids are unique, lengths are in order.</summary>
    public static void CheckTogether(JsonElement modal, Spot at)
    {
        var customIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in ComponentTree.Of(modal))
        {
            if (JsonText.Of(node.Element, "custom_id") is { Length: > 0 } customId && !customIds.Add(customId))
            {
                at.In(node.Path).In("custom_id").Under("MC-10", "CR")
                    .Say("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
            }

            if (JsonText.Number(node.Element, "min_length") > JsonText.Number(node.Element, "max_length"))
            {
                at.In(node.Path).In("min_length").Under(Modals)
                    .Say("TEXT_INPUT_MIN_GREATER_THAN_MAX", "min_length must not be greater than max_length");
            }
        }
    }

    private static Field Options(int min) => Must("options", new ListShape(Option, min, 10));
}
