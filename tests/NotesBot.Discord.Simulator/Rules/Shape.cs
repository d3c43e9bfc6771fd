using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What a JSON value must look like. Shapes are data: one file a kind of object names its fields and limits.</summary>
internal abstract class Shape
{
    public abstract void Check(JsonElement value, Spot at);
}

/// <summary>A field of an object.</summary>
internal sealed record Field(string Name, Shape Shape, bool Required, bool Nullable)
{
    /// <summary>The rule of this field, where it is not that of its object.</summary>
    public Rule? Rule { get; init; }

    public static Field Must(string name, Shape shape, Rule? rule = null) =>
        new(name, shape, Required: true, Nullable: false) { Rule = rule };

    public static Field May(string name, Shape shape, Rule? rule = null) =>
        new(name, shape, Required: false, Nullable: true) { Rule = rule };
}

/// <summary>An object of known fields; an unknown one is refused, since Discord would silently ignore it.</summary>
internal sealed class ObjectShape(Rule rule, params Field[] fields) : Shape
{
    private static readonly Rule Unknown = new("RG-29", "ours");
    private readonly Dictionary<string, Field> _fields = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    public ObjectShape And(params Field[] more) => new(rule, [.. _fields.Values, .. more]);

    public ObjectShape Without(string name) => new(rule, [.. _fields.Values.Where(field => field.Name != name)]);

    public override void Check(JsonElement value, Spot at)
    {
        var here = at.Under(rule);
        if (value.ValueKind != JsonValueKind.Object)
        {
            here.Say("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            CheckProperty(property, here, seen);
        }

        foreach (var missing in _fields.Values.Where(field => field.Required && !seen.Contains(field.Name)))
        {
            here.Under(missing.Rule).In(missing.Name).Say("BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private void CheckProperty(JsonProperty property, Spot here, HashSet<string> seen)
    {
        if (!seen.Add(property.Name))
        {
            here.In(property.Name).Under(Unknown).Say("DUPLICATE_FIELD", "This field stands twice in the object");
        }
        else if (!_fields.TryGetValue(property.Name, out var field))
        {
            here.In(property.Name).Under(Unknown).Say("UNKNOWN_FIELD", "Discord has no such field here and would ignore it");
        }
        else if (property.Value.ValueKind != JsonValueKind.Null)
        {
            field.Shape.Check(property.Value, here.Under(field.Rule).In(property.Name));
        }
        else if (!field.Nullable)
        {
            here.Under(field.Rule).In(property.Name).Say("BASE_TYPE_REQUIRED", "This field is required");
        }
    }
}

/// <summary>An object that says by its number <c>type</c> which shape it has.</summary>
internal sealed class TypedShape(Rule rule, Func<IReadOnlyDictionary<int, Shape>> shapes) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        var here = at.Under(rule);
        if (value.ValueKind != JsonValueKind.Object)
        {
            here.Say("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }
        else if (!value.TryGetProperty("type", out var type))
        {
            here.In("type").Say("BASE_TYPE_REQUIRED", "This field is required");
        }
        else if (type.ValueKind != JsonValueKind.Number || !type.TryGetInt32(out var number)
            || !shapes().TryGetValue(number, out var shape))
        {
            here.In("type").Say("BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", shapes().Keys)}}}.");
        }
        else
        {
            shape.Check(value, here);
        }
    }
}

/// <summary>A list.</summary>
internal sealed class ListShape(Shape item, int min, int max, bool unique = false) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            at.Say("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }

        var count = value.GetArrayLength();
        if (count < min || count > max)
        {
            at.Say("BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            item.Check(element, at.In(index++));
        }

        if (unique && value.EnumerateArray().Select(element => element.GetRawText()).Distinct(StringComparer.Ordinal).Count() < count)
        {
            at.Say("SET_TYPE_DUPLICATE", "The set contains a value twice.");
        }
    }
}
