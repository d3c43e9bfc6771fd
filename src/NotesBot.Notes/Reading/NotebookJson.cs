using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NotesBot.Notes.Reading;

/// <summary>Looks into the JSON of a notebook, where anything may be missing or of another type.</summary>
internal static partial class NotebookJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Parses the file: without a copy as text where it can be, since outputs make some very large.</summary>
    /// <remarks>Programs print escapes of half characters, which would make the parser throw wherever one is asked for.</remarks>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    internal static JsonDocument Parse(NoteSource source)
    {
        var bytes = source.Bytes[(source.Bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0)..];
        var isClean = Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0) && !MayHoldHalfCharacters(bytes.Span) && !MayHoldNumbersOfPython(bytes.Span);
        return isClean
            ? JsonDocument.Parse(bytes, Lenient)
            : JsonDocument.Parse(NumbersOfPython().Replace(HalfCharacters().Replace(source.Text, Mended), WithoutNumber), Lenient);
    }

    private static string Mended(Match escape) => escape.Groups["half"].Success ? @"\ufffd" : escape.Value;

    private static string WithoutNumber(Match match) => match.Groups["number"].Success ? "null" : match.Value;

    /// <summary>A member; an undefined element when there is none.</summary>
    internal static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <summary>The items of a list; none when it is no list.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        var child = Child(element, name);
        return child.ValueKind == JsonValueKind.Array ? child.EnumerateArray() : [];
    }

    /// <summary>A text that is written whole or as a list of lines; empty when there is none.</summary>
    internal static string Text(JsonElement element, string name)
    {
        var child = Child(element, name);
        if (child.ValueKind == JsonValueKind.String)
        {
            return child.GetString() ?? "";
        }

        var text = new StringBuilder();
        foreach (var line in Items(element, name).Where(line => line.ValueKind == JsonValueKind.String))
        {
            text.Append(line.GetString());
        }

        return text.ToString();
    }

    /// <summary>A whole number; <see langword="null"/> when there is none.</summary>
    internal static int? Number(JsonElement element, string name)
    {
        var child = Child(element, name);
        return child.ValueKind == JsonValueKind.Number && child.TryGetInt32(out var number) ? number : null;
    }

    /// <summary>Programs that write notebooks call <c>NaN</c> and <c>Infinity</c> numbers, which JSON does not know.</summary>
    private static bool MayHoldNumbersOfPython(ReadOnlySpan<byte> json) => json.IndexOf("NaN"u8) >= 0 || json.IndexOf("Infinity"u8) >= 0;

    private static bool MayHoldHalfCharacters(ReadOnlySpan<byte> json) => json.IndexOf(@"\ud"u8) >= 0 || json.IndexOf(@"\uD"u8) >= 0;

    [GeneratedRegex("""
        "(\\.|[^"\\])*"|(?<number>-?\b(NaN|Infinity)\b)
        """, RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NumbersOfPython();

    [GeneratedRegex(@"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\[^u]|(?<half>\\u[dD][89a-fA-F][\da-fA-F]{2})", RegexOptions.ExplicitCapture)]
    private static partial Regex HalfCharacters();
}
