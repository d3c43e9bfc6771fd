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
        var marks = block.Marks.Where(mark => !changes.Exists(change =>
            mark.Start < change.Start + change.Length && mark.Start + mark.Length > change.Start));
        return block with
        {
            Body = body.Append(block.Body, at, block.Body.Length - at).ToString(),
            Marks = [.. marks.Select(mark => (Moved(mark.Start), mark.Length))],
            Stretches = [.. block.Stretches.Select(part => At(part, Moved) with
            {
                Kind = part.Kind == StretchKind.Formula && changes.Exists(change => change.Start == part.Start) ? StretchKind.Prose : part.Kind,
            })],
        };
    }

    /// <summary>The formulas of a block, in order, without overlap.</summary>
    private static List<FormulaSpan> Spans(PassageBlock block)
    {
        BodyStretch[] all = [new(StretchKind.Prose, 0, block.Body.Length)];
        var found = new List<FormulaSpan>();
        foreach (var part in (block.Stretches.Count == 0 ? all : block.Stretches).OrderBy(part => part.Start))
        {
            var from = found.Count == 0 ? 0 : found[^1].Start + found[^1].Length;
            if (part.Kind != StretchKind.Code && part.Start >= from && part.Length > 0 && part.End <= block.Body.Length)
            {
                found.AddRange(FormulaSpan.In(block.Body, part.Start, part.Length));
            }
        }

        return found;
    }

    private static BodyStretch At(BodyStretch part, Func<int, int> moved)
    {
        var start = moved(part.Start);
        return part with { Start = start, Length = Math.Max(0, moved(part.Start + part.Length) - start) };
    }
}
