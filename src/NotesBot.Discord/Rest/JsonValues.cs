using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Reads values out of JSON of unknown shape: what is missing or of another kind is <see langword="null"/>, nothing throws.
/// </summary>
internal static class JsonValues
{
    /// <summary>The member of an object; an undefined element when there is none.</summary>
    internal static JsonElement Member(this JsonElement element, ReadOnlySpan<byte> name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Another member's name has an escape of half a character, which cannot be compared.
            return MemberByBytes(element, name);
        }
    }

    private static JsonElement MemberByBytes(JsonElement element, ReadOnlySpan<byte> name)
    {
        var found = default(JsonElement);
        foreach (var member in element.EnumerateObject())
        {
            found = JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name) ? member.Value : found;
        }

        return found;
    }

    /// <summary>The items of an array; none when it is something else.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A text, without what is no Unicode.</summary>
    internal static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return WithoutLoneSurrogates(element);
        }
    }

    /// <summary>A text, number or truth value as text.</summary>
    internal static string? Scalar(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.Text(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        _ => null,
    };

    /// <summary>A number of 64 bits, written as text or number.</summary>
    internal static ulong? Number(this JsonElement element) =>
        element.ValueKind is JsonValueKind.String or JsonValueKind.Number
        && ulong.TryParse(element.Scalar(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <remarks><see cref="JsonElement.GetString"/> refuses escapes of half characters, which clients can send, and bytes that are no UTF-8.</remarks>
    private static string WithoutLoneSurrogates(JsonElement element)
    {
        var text = new StringBuilder();
        var raw = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element))[1..^1];
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        return string.Concat(text.ToString().EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
    }
}
