using System.Text.Json;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Application commands, as on the page "Application commands".</summary>
internal static class CommandShapes
{
    private const long MaxSafeInteger = (1L << 53) - 1;
    private static readonly Rule Command = new("RG-06", "AC");
    private static readonly Rule Describing = new("RG-08", "AC");
    private static readonly Rule Listing = new("RG-10", "AC");
    private static readonly Rule Choosing = new("RG-12", "AC");
    private static readonly Rule Lengths = new("RG-13", "AC");
    private static readonly TextShape Name = new(1, 32, TextFormats.CommandName);
    private static readonly TextShape Description = new(1, 100, TextFormats.Visible);

    private static readonly Field[] OfOption =
    [
        Must("name", Name),
        Must("description", Description, Describing),
        May("name_localizations", Localized(Name)),
        May("description_localizations", Localized(Description)),
    ];

    private static readonly Field Required = May("required", new BooleanShape(), Listing);
    private static readonly Field Autocomplete = May("autocomplete", new BooleanShape(), new Rule("RG-11", "AC"));

    private static readonly Dictionary<int, Shape> PlainOptions = new()
    {
        [3] = Option(3, Required, Autocomplete, Choices(new TextShape(1, 100)),
            May("min_length", new IntegerShape(0, 6000), Lengths), May("max_length", new IntegerShape(1, 6000), Lengths)),
        [4] = Option(4, Required, Autocomplete, Choices(Whole), May("min_value", Whole), May("max_value", Whole)),
        [5] = Option(5, Required),
        [6] = Option(6, Required),
        [7] = Option(7, Required, May("channel_types", new ListShape(new IntegerShape(0, 20), 0, 20, unique: true))),
        [8] = Option(8, Required),
        [9] = Option(9, Required),
        [10] = Option(10, Required, Autocomplete, Choices(new NumberShape()), May("min_value", new NumberShape()),
            May("max_value", new NumberShape())),
        [11] = Option(11, Required),
    };

    private static readonly ObjectShape SubCommand = Option(1,
        May("options", new ListShape(new TypedShape(Listing, () => PlainOptions), 0, 25)));

    private static readonly Dictionary<int, Shape> AllOptions = new(PlainOptions)
    {
        [1] = SubCommand,
        [2] = Option(2, May("options",
            new ListShape(new TypedShape(new Rule("RG-28", "AC"), () => new Dictionary<int, Shape> { [1] = SubCommand }), 0, 25))),
    };

    private static readonly Field[] Shared =
    [
        May("name_localizations", new AnyShape((value, at) => LocalizedRules.Check(value, new TextShape(1, 32), at))),
        May("description_localizations", Localized(Description)),
        May("options", new ListShape(new TypedShape(Listing, () => AllOptions), 0, 25), Listing),
        May("default_member_permissions", new AnyShape(CheckPermissions), new Rule("RG-20", "AC")),
        May("dm_permission", new AnyShape(CheckDeprecated)),
        May("default_permission", new AnyShape(CheckDeprecated)),
        May("contexts", new ListShape(new EnumShape(0, 1, 2), 1, 3, unique: true), new Rule("RG-18", "AC")),
        May("integration_types", new ListShape(new EnumShape(0, 1), 1, 2, unique: true), new Rule("RG-18", "AC")),
        May("nsfw", new BooleanShape()),
    ];

    /// <summary>A command that is made or replaced.</summary>
    public static readonly ObjectShape Create = new(Command,
        [.. Shared, May("id", new SnowflakeShape()), Must("name", new TextShape(1, 32)),
            May("description", new TextShape(0, 100), Describing), May("type", new EnumShape(1, 2, 3))]);

    /// <summary>Changes of a command; its type stays.</summary>
    public static readonly ObjectShape Patch = new(Command,
        [.. Shared, new Field("name", new TextShape(1, 32), false, false), May("description", new TextShape(0, 100), Describing)]);

    private static IntegerShape Whole => new(-MaxSafeInteger, MaxSafeInteger);

    private static ObjectShape Option(int type, params Field[] more) =>
        new(Listing, [Must("type", new EnumShape(type)), .. OfOption, .. more]);

    private static Field Choices(Shape value) => May("choices", new ListShape(new ObjectShape(Choosing,
        Must("name", new TextShape(1, 100)),
        Must("value", value),
        May("name_localizations", Localized(new TextShape(1, 100)))), 0, 25), Choosing);

    private static AnyShape Localized(Shape text) => new((value, at) => LocalizedRules.Check(value, text, at));

    private static void CheckPermissions(JsonElement value, Spot at)
    {
        var isDigits = value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { Length: > 0 } text && text.All(char.IsAsciiDigit);
        if (value.ValueKind == JsonValueKind.Number)
        {
            at.Note("A bit set is a decimal string; the API takes a number too, the documents do not.");
        }
        else if (!isDigits)
        {
            at.Say("NUMBER_TYPE_COERCE", "Value is not int.");
        }
    }

    private static void CheckDeprecated(JsonElement value, Spot at) =>
        at.Note("Deprecated: contexts and default_member_permissions say it now.");
}
