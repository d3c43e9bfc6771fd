using NotesBot.Commands;

namespace NotesBot.Terminal;

/// <summary>Turns the body of a passage into lines: paragraphs and items wrapped, tables aligned, code as written.</summary>
internal static class PassageLines
{
    private const string CodeIndent = "    ";

    /// <summary>Stands on a line of its own where something was left out: it needs no more room.</summary>
    private const string Ellipsis = "…";

    internal static IEnumerable<string> Of(PassageBlock block, int width)
    {
        var lines = new List<string>();
        Piece? before = null;
        foreach (var run in BodyRuns.Of(block))
        {
            var pieces = run.Select(stretch => PieceOf(block, stretch)).ToList();
            if (before is not null && HasGap(block.Body, before, pieces[0]))
            {
                lines.Add("");
            }

            lines.AddRange(BodyRuns.IsRow(pieces[0].Kind)
                ? TableLayout.Lay([.. pieces.Select(row => row.Text)], pieces[0].Kind == StretchKind.TableHeader, width)
                : Lines(pieces[0], width));
            before = pieces[^1];
        }

        return lines;
    }

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

    /// <summary>A stretch of the body, cleaned and with its marks.</summary>
    private static Piece PieceOf(PassageBlock block, BodyStretch stretch)
    {
        // The line break before a piece is its border; its own indent is meant.
        var from = stretch.Start;
        while (from < stretch.End && block.Body[from] == '\n')
        {
            from++;
        }

        var text = block.Body[from..stretch.End].TrimEnd();
        var marks = block.Marks.Select(mark => (Start: mark.Start - from, mark.Length))
            .Where(mark => mark.Start >= 0 && mark.Start + mark.Length <= text.Length).ToList();
        return new Piece(stretch.Kind, Ink.Clean(text, marks), from);
    }

    /// <summary>Whether an empty line stands between two pieces: where what they are changes, above headings, and where one is written.</summary>
    private static bool HasGap(string body, Piece before, Piece piece) =>
        (Family(before.Kind) != Family(piece.Kind) && before.Text != Ellipsis && piece.Text != Ellipsis)
        || piece.Kind == StretchKind.Heading || HasBlankLine(body, piece.Start);

    private static bool HasBlankLine(string body, int position) =>
        position >= 2 && body[position - 1] == '\n' && body[position - 2] == '\n';

    private static StretchKind Family(StretchKind kind) => kind == StretchKind.TableHeader ? StretchKind.TableRow : kind;

    private sealed record Piece(StretchKind Kind, string Text, int Start);
}
