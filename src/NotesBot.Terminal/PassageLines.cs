using NotesBot.Commands;

namespace NotesBot.Terminal;

/// <summary>Turns the body of a passage into lines: paragraphs and items wrapped, tables aligned, code as written.</summary>
internal static class PassageBody
{
    private const string CodeIndent = "    ";

    /// <summary>Stands on a line of its own where something was left out: it needs no more room.</summary>
    private const string Ellipsis = "…";

    internal static IEnumerable<string> Lines(PassageBlock block, int width)
    {
        var lines = new List<string>();
        var pieces = Pieces(block);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && pieces[i].HasGapBefore && lines.Count > 0)
            {
                lines.Add("");
            }

            if (!IsRow(pieces[i].Kind))
            {
                lines.AddRange(Lines(pieces[i], width));
                continue;
            }

            var rows = pieces.Skip(i)
                .TakeWhile((piece, n) => IsRow(piece.Kind) && (n == 0 || piece.Kind != StretchKind.TableHeader)).ToList();
            lines.AddRange(TableLayout.Lay([.. rows.Select(row => row.Text)], rows[0].Kind == StretchKind.TableHeader, width));
            i += rows.Count - 1;
        }

        return lines;
    }

    private static bool IsRow(StretchKind kind) => kind is StretchKind.TableHeader or StretchKind.TableRow;

    private static IEnumerable<string> Lines(Piece piece, int width) => piece.Kind switch
    {
        StretchKind.Code => TextWrap.WrapCode(piece.Text, width, CodeIndent),
        StretchKind.Heading => TextWrap.Wrap(Ink.Bold(piece.Text), width),
        StretchKind.ListItem => Item(piece.Text, width),
        StretchKind.Picture => TextWrap.Wrap(Ink.Dim($"[{piece.Text}]"), width),
        _ => piece.Text.Split('\n').SelectMany(line => IsItem(line) ? Item(line, width) : TextWrap.Wrap(line, width)),
    };

    private static bool IsItem(string line) => line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    /// <summary>A list item: further lines begin below its first word.</summary>
    private static IEnumerable<string> Item(string text, int width)
    {
        var indent = text.Length - text.TrimStart(' ').Length;
        var bullet = text.IndexOf(' ', indent) is var space && space is >= 0 and < 8 ? space + 1 : indent;
        var lead = text[..bullet];
        return TextWrap.Wrap(text[bullet..], width, lead, new string(' ', Math.Min(Ink.Width(lead), Math.Max(0, width - 10))));
    }

    /// <summary>The parts of the body and what lies between them, each cleaned and with its marks.</summary>
    private static List<Piece> Pieces(PassageBlock block)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var part in block.Stretches.Where(part => part.Start >= 0 && part.Start + part.Length <= block.Body.Length))
        {
            Add(pieces, block, at, part.Start, StretchKind.Prose);
            Add(pieces, block, part.Start, part.Start + part.Length, part.Kind);
            at = part.Start + part.Length;
        }

        Add(pieces, block, at, block.Body.Length, StretchKind.Prose);
        return pieces;
    }

    private static void Add(List<Piece> pieces, PassageBlock block, int from, int to, StretchKind kind)
    {
        if (from >= to || string.IsNullOrWhiteSpace(block.Body[from..to]))
        {
            return;
        }

        // The line break before a piece is its border; its own indent is meant.
        while (block.Body[from] == '\n')
        {
            from++;
        }

        var text = block.Body[from..to].TrimEnd();
        var marks = block.Marks.Select(mark => (Start: mark.Start - from, mark.Length))
            .Where(mark => mark.Start >= 0 && mark.Start + mark.Length <= text.Length).ToList();
        var isNewKind = pieces.Count > 0 && Family(pieces[^1].Kind) != Family(kind) && text != Ellipsis && pieces[^1].Text != Ellipsis;
        pieces.Add(new Piece(kind, Ink.Clean(text, marks), isNewKind || kind == StretchKind.Heading || HasBlankLine(block.Body, from)));
    }

    private static bool HasBlankLine(string body, int position) =>
        position >= 2 && body[position - 1] == '\n' && body[position - 2] == '\n';

    private static StretchKind Family(StretchKind kind) => kind == StretchKind.TableHeader ? StretchKind.TableRow : kind;

    private sealed record Piece(StretchKind Kind, string Text, bool HasGapBefore);
}
