using System.Globalization;
using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>A text of so many code points (Discord counts these), optionally of a format.</summary>
internal sealed class TextShape(int min, int max, Action<string, Spot>? format = null) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            at.Say("STRING_TYPE_CONVERT", "Could not interpret as string.");
            return;
        }

        if (!JsonText.TryRead(value, out var text))
        {
            at.Under("SA-08", "MSG").Say("STRING_TYPE_CONVERT", "The text has a lone surrogate.");
            return;
        }

        CheckLength(text, at);
        format?.Invoke(text, at);
    }

    private void CheckLength(string text, Spot at)
    {
        var length = JsonText.CodePoints(text);
        if (min > 0 && (length < min || length > max))
        {
            at.Say("BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        }
        else if (length > max)
        {
            at.Say("BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        }
    }
}

/// <summary>A whole number in a range.</summary>
internal sealed class IntegerShape(long min, long max) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            at.Say("NUMBER_TYPE_COERCE", "Value is not int.");
        }
        else if (number > max)
        {
            at.Say("NUMBER_TYPE_MAX", string.Create(CultureInfo.InvariantCulture, $"int value should be less than or equal to {max}."));
        }
        else if (number < min)
        {
            at.Say("NUMBER_TYPE_MIN", string.Create(CultureInfo.InvariantCulture, $"int value should be greater than or equal to {min}."));
        }
    }
}

/// <summary>Any number.</summary>
internal sealed class NumberShape : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            at.Say("NUMBER_TYPE_COERCE", "Value is not float.");
        }
    }
}

/// <summary>One of a few numbers.</summary>
internal sealed class EnumShape(params int[] allowed) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || !allowed.Contains(number))
        {
            at.Say("BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        }
    }
}

/// <summary>One of a few words.</summary>
internal sealed class WordShape(params string[] allowed) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.String || !JsonText.TryRead(value, out var word) || !allowed.Contains(word))
        {
            at.Say("BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        }
    }
}

/// <summary>A number whose bits are all among the allowed ones.</summary>
internal sealed class BitsShape(long allowed) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var bits) || bits < 0)
        {
            at.Say("NUMBER_TYPE_COERCE", "Value is not int.");
        }
        else if ((bits & ~allowed) != 0)
        {
            at.Say("BASE_TYPE_CHOICES", $"The bits 0x{bits & ~allowed:x} are not allowed here; only 0x{allowed:x} are.");
        }
    }
}

/// <summary>True or false.</summary>
internal sealed class BooleanShape : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            at.Say("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
    }
}

/// <summary>An id: a string of a 64-bit unsigned number; as a number where the documents allow it.</summary>
internal sealed class SnowflakeShape(bool numberToo = false) : Shape
{
    public override void Check(JsonElement value, Spot at)
    {
        var isText = value.ValueKind == JsonValueKind.String && JsonText.TryRead(value, out var text)
            && text.All(char.IsAsciiDigit) && ulong.TryParse(text, CultureInfo.InvariantCulture, out _);
        var isNumber = numberToo && value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out _);
        if (!isText && !isNumber)
        {
            at.Say("NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }
    }
}

/// <summary>Whatever is given: its rules stand elsewhere.</summary>
internal sealed class AnyShape(Action<JsonElement, Spot> check) : Shape
{
    public override void Check(JsonElement value, Spot at) => check(value, at);
}
