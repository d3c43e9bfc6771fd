using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>
/// Fields of a notebook that hold what they should not: each two bytes of an input put another value into a field. Mutated text is seldom
/// JSON; this always is.
/// </summary>
internal sealed class NotebookFieldsTarget(string root) : FuzzTarget("notebook-fields", [[0, 0], [3, 1, 9, 2], [5, 4, 17, 7, 30, 9], [40, 3, 2, 12]])
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1e308", "9223372036854775807", "99999999999999999999999", "0.5", "\"\"", "\"text\"", "\"HALF\"", "\"\\u0000\"",
        "[]", "{}", "[[]]", "[null]", "[{}]", "[1, \"a\", null]", "{\"a\": [1]}", "[\"a\\n\", [\"b\"]]", "{\"text/plain\": 3}", "\"markdown\"", "\"code\"", "\"stream\"",
    ];

    private readonly string _path = Path.Combine(root, "fields.ipynb");
    private readonly NotesFolder _folder = new(new NotesOptions { Path = root }, NullLogger<NotesFolder>.Instance);

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var notebook = JsonNode.Parse(NotebookSamples.Texts[input.Length > 0 && input[^1] % 4 == 0 ? 1 : 0])!;
        for (var at = 0; at + 1 < Math.Min(input.Length, 64); at += 2)
        {
            var fields = Fields(notebook).ToList();
            if (fields.Count > 0)
            {
                fields[input[at] % fields.Count].ReplaceWith(JsonNode.Parse(Values[input[at + 1] % Values.Length]));
            }
        }

        // Half a letter, which no writer of JSON writes.
        var text = notebook.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
        ReaderTarget.Check(ReaderTarget.Read(_folder, _path, Encoding.UTF8.GetBytes(text)));
    }

    private static IEnumerable<JsonNode> Fields(JsonNode node)
    {
        var inside = node is JsonObject some ? some.Select(field => field.Value) : node is JsonArray many ? many : [];
        return inside.OfType<JsonNode>().SelectMany(child => Fields(child).Prepend(child));
    }
}
