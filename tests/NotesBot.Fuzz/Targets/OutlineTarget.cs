using System.Text;
using System.Text.Json;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>An outline that the index stored: read, or refused as what it is not.</summary>
internal sealed class OutlineTarget() : FuzzTarget("outline", Bytes(
    new FileOutline("a/b.md", "Title", [new SyllabusDraft(1, 2, "Drift", ["a.md", "b.md"]), new SyllabusDraft(null, 3, null, [])]).Serialize()))
{
    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        try
        {
            _ = FileOutline.Parse(Encoding.UTF8.GetString(input));
        }
        catch (JsonException)
        {
            // As promised.
        }
    }
}
