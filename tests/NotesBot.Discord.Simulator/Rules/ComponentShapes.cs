using System.Text.Json;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>The components of messages, as on the page "Component reference".</summary>
internal static class ComponentShapes
{
    private static readonly Rule Rows = new("MC-06", "CR");
    private static readonly Rule Buttons = new("MC-08", "CR");
    private static readonly Rule CustomIds = new("MC-10", "CR");
    private static readonly Rule Selects = new("MC-12", "CR");
    private static readonly Rule Sections = new("MC-05", "CR");
    private static readonly Rule Layout = new("MC-04", "CR");

    /// <summary>Number of a component in its message.</summary>
    public static readonly Field Id = May("id", new IntegerShape(0, int.MaxValue), new Rule("MC-32", "CR"));

    /// <summary>Comes back when it is used.</summary>
    public static readonly Field CustomId = Must("custom_id", new TextShape(1, 100), CustomIds);

    private static readonly ObjectShape Emoji = new(Buttons, May("id", new SnowflakeShape()), May("name", new TextShape(1, 32)),
        May("animated", new BooleanShape()));

    private static readonly ObjectShape Button = new(Buttons, Type(2), Id,
        Must("style", new EnumShape(1, 2, 3, 4, 5)),
        May("label", new TextShape(0, 80)),
        May("emoji", new AnyShape(CheckEmoji)),
        May("custom_id", new TextShape(1, 100), CustomIds),
        May("url", new TextShape(1, 512, TextFormats.ButtonUrl)),
        May("disabled", new BooleanShape()));

    private static readonly ObjectShape SelectOption = new(Selects,
        Must("label", new TextShape(1, 100)),
        Must("value", new TextShape(1, 100)),
        May("description", new TextShape(0, 100)),
        May("emoji", new AnyShape(CheckEmoji)),
        May("default", new BooleanShape()));

    /// <summary>A select of texts, as in a message; in a modal it has no <c>disabled</c>.</summary>
    public static readonly ObjectShape StringSelect = new(Selects, Type(3), Id, CustomId,
        Must("options", new ListShape(SelectOption, 1, 25)),
        May("placeholder", new TextShape(0, 150)),
        May("min_values", new IntegerShape(0, 25)),
        May("max_values", new IntegerShape(1, 25)),
        May("required", new BooleanShape()),
        May("disabled", new BooleanShape()));

    private static readonly Field MediaItem = Must("media",
        new ObjectShape(Layout, Must("url", new TextShape(1, 2048, TextFormats.MediaUrl))));
    private static readonly Field AltText = May("description", new TextShape(1, 1024));
    private static readonly Field Spoiler = May("spoiler", new BooleanShape());

    private static readonly Dictionary<int, Shape> OfRow = new()
    {
        [2] = new AnyShape(ButtonRules.Check(Button)),
        [3] = new AnyShape(SelectRules.Check(StringSelect)),
        [5] = EntitySelect(5),
        [6] = EntitySelect(6),
        [7] = EntitySelect(7),
        [8] = EntitySelect(8).And(May("channel_types", new ListShape(new IntegerShape(0, 20), 0, 20, unique: true))),
    };

    /// <summary>Markdown of up to 4000 characters.</summary>
    public static readonly ObjectShape TextDisplay = new(new Rule("MC-01", "CR"), Type(10), Id,
        Must("content", new TextShape(1, 4000, TextFormats.Visible)));

    private static readonly ObjectShape Thumbnail = new(Layout, Type(11), Id, MediaItem, AltText, Spoiler);

    private static readonly ObjectShape Row = new(Rows, Type(1), Id,
        Must("components", new ListShape(new TypedShape(Rows, () => OfRow), 1, 5)));

    private static readonly ObjectShape Section = new(Sections, Type(9), Id,
        Must("components", new ListShape(new TypedShape(Sections, () => new Dictionary<int, Shape> { [10] = TextDisplay }), 1, 3)),
        Must("accessory", new TypedShape(Sections, () => new Dictionary<int, Shape> { [2] = OfRow[2], [11] = Thumbnail })));

    private static readonly Dictionary<int, Shape> OfContainer = new()
    {
        [1] = Row,
        [9] = Section,
        [10] = TextDisplay,
        [12] = new ObjectShape(Layout, Type(12), Id,
            Must("items", new ListShape(new ObjectShape(Layout, MediaItem, AltText, Spoiler), 1, 10))),
        [13] = new ObjectShape(Layout, Type(13), Id, Spoiler,
            Must("file", new ObjectShape(Layout, Must("url", new TextShape(1, 2048, TextFormats.AttachmentUrl))))),
        [14] = new ObjectShape(Layout, Type(14), Id, May("spacing", new EnumShape(1, 2)), May("divider", new BooleanShape())),
    };

    private static readonly Dictionary<int, Shape> OfMessage = new(OfContainer)
    {
        [17] = new ObjectShape(Layout, Type(17), Id, Spoiler,
            May("accent_color", new IntegerShape(0, 0xFFFFFF)),
            Must("components", new ListShape(new TypedShape(Layout, () => OfContainer), 1, 40))),
    };

    /// <summary>The components of a message.</summary>
    public static readonly ListShape List = new(new TypedShape(Layout, () => OfMessage), 0, 40);

    /// <summary>The number that says what a component is.</summary>
    public static Field Type(int number) => Must("type", new EnumShape(number));

    /// <summary>Selects of users, roles and channels.</summary>
    public static ObjectShape EntitySelect(int type) => new(Selects, Type(type), Id, CustomId,
        May("placeholder", new TextShape(0, 150)),
        May("min_values", new IntegerShape(0, 25)),
        May("max_values", new IntegerShape(1, 25)),
        May("required", new BooleanShape()),
        May("disabled", new BooleanShape()));

    private static void CheckEmoji(JsonElement emoji, Spot at)
    {
        Emoji.Check(emoji, at);
        if (JsonText.Property(emoji, "id") is null && !TextFormats.IsEmoji(JsonText.Of(emoji, "name")))
        {
            at.In("name").Under(Buttons).Say("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
        }
    }
}
