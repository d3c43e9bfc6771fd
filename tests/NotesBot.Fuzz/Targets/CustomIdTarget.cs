using System.Text;
using NotesBot.Commands;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>The text of a button that somebody presses, or makes up.</summary>
internal sealed class CustomIdTarget() : FuzzTarget("custom-id", Bytes(
    "n1.BCAQIA",
    ActionStateCodec.Encode(new ActionState(ActionKind.FindPage)
    {
        Page = 3,
        Course = 2,
        Week = 5,
        Passages = [.. Enumerable.Range(1, 10).Select(id => new PassageMark(new PassageId((ulong)id * 12_345_678), id))],
    })))
{
    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        Hold(ActionStateCodec.Decode(text) is not { } state || ActionStateCodec.Encode(state) == text, "a state of another text");
    }
}
