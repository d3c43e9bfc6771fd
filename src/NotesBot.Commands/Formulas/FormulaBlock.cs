using System.Text;

namespace NotesBot.Commands.Formulas;

/// <summary>A passage whose formulas are Unicode where nothing is lost, for media that set none.</summary>
public static class FormulaBlock
{
    /// <summary>The same block; marks and stretches stay at their words.</summary>
    public static PassageBlock Of(PassageBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var changes = Spans(block).Select(span => (span.Start, span.Length, Text: UnicodeFormula.Of(span.TexIn(block.Body))!))
            .Where(change => change.Text is not null).ToList();
        if (changes.Count == 0)
        {
            return block;
        }

        var body = new StringBuilder();
        var at = 0;
        foreach (var (start, length, text) in changes)
        {
            body.Append(block.Body, at, start - at).Append(text);
            at = start + length;
        }

        int Moved(int place) => place + changes.Where(change => change.Start < place)
            .Sum(change => change.Start + change.Length <= place ? change.Text.Length - change.Length : change.Start - place);
        var marks = block.Marks.Where(mark => !changes.Exists(change => mark.Start < change.Start + change.Length && mark.Start + mark.Length > change.Start));
        return block with
        {
            Body = body.Append(block.Body, at, block.Body.Length - at).ToString(),
            Marks = [.. marks.Select(mark => (Moved(mark.Start), mark.Length))],
            Stretches = [.. block.Stretches.Select(part => At(part, Moved))],
        };
    }

    /// <summary>The formulas of a block, in order.</summary>
    public static IReadOnlyList<FormulaSpan> Spans(PassageBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Stretches.Count == 0
            ? FormulaSpan.In(block.Body, 0, block.Body.Length)
            : [.. block.Stretches.Where(part => part.Kind != StretchKind.Code && part.Start + part.Length <= block.Body.Length)
                .SelectMany(part => FormulaSpan.In(block.Body, part.Start, part.Length))];
    }

    private static BodyStretch At(BodyStretch part, Func<int, int> moved)
    {
        var start = moved(part.Start);
        return part with { Start = start, Length = Math.Max(0, moved(part.Start + part.Length) - start) };
    }
}
