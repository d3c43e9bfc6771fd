using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts lines in reading order together to paragraphs, items, headings, tables and code.</summary>
internal sealed partial class PdfPieces
{
    private readonly IReadOnlyList<PdfLine> _lines;
    private readonly PdfTypography _typography;
    private readonly PdfFlow _flow;
    private readonly PdfHeadings _headings;
    private readonly PdfTables _tables;
    private readonly PdfOutline _outline;
    private readonly List<PdfPiece> _pieces = [];
    private readonly List<double> _indents = [];

    private PdfPieces(IReadOnlyList<PdfLine> lines, PdfTypography typography, PdfOutline outline)
    {
        _lines = lines;
        _typography = typography;
        _outline = outline;
        _flow = new PdfFlow(typography);
        _headings = new PdfHeadings(lines, typography, outline);
        _tables = new PdfTables(lines, typography);
    }

    /// <summary>The piece that was last added to; not the last one while a sentence goes on behind a note.</summary>
    private PdfPiece? Open { get; set; }

    /// <summary>The pieces in reading order.</summary>
    internal static List<PdfPiece> Of(IReadOnlyList<PdfLine> lines, PdfTypography typography, PdfOutline outline)
    {
        var pieces = new PdfPieces(lines, typography, outline);
        for (var index = 0; index < lines.Count;)
        {
            index += pieces.Take(index);
        }

        return pieces._pieces;
    }

    /// <summary>A line of a contents list: a title, dots and the number of a page.</summary>
    internal static bool IsContents(PdfLine line) => Leader().IsMatch(line.Text);

    /// <summary>Takes the next lines into a piece.</summary>
    /// <returns>How many they are.</returns>
    private int Take(int index)
    {
        var line = _lines[index];
        var marker = PdfMarker.Of(line) is { } found && _flow.IsItem(found, line, Open) ? found : null;
        if (marker is null && _tables.RowsFrom(index) is { } table)
        {
            Add(new PdfPiece { Kind = PdfPieceKind.Table, Table = table, Paragraphs = { _lines.Skip(index).Take(table.Lines).ToList() } });
            return table.Lines;
        }

        var continued = marker is null ? _flow.Continued(_pieces, Open, line) : null;
        if (line.IsFixed && !_typography.IsFixed && !(continued is not null && _flow.IsWithinSentence(continued, line, _lines.ElementAtOrDefault(index + 1))))
        {
            TakeCode(line);
            return 1;
        }

        if (continued is not null)
        {
            continued.Paragraphs[^1].Add(line);
            Open = continued;
            return 1;
        }

        if (_headings.LinesFrom(index) is > 0 and var count)
        {
            TakeHeading([.. _lines.Skip(index).Take(count)]);
            return count;
        }

        TakeText(line, marker);
        return 1;
    }

    private void Add(PdfPiece piece)
    {
        _pieces.Add(piece);
        Open = piece;
    }

    private void TakeHeading(List<PdfLine> lines)
    {
        var level = _outline.LevelOf(string.Join(' ', lines.Select(line => line.Text)), lines[0].Page);
        Add(new PdfPiece { Kind = PdfPieceKind.Heading, OutlineLevel = level, Paragraphs = { lines } });
        _indents.Clear();
    }

    private void TakeCode(PdfLine line)
    {
        var prompt = Prompt().Match(line.Text);
        var goesOn = !prompt.Success && Open is { Kind: PdfPieceKind.Code, Last: var last }
            && (last.Region != line.Region || last.Baseline - line.Baseline < 3 * line.Size);
        if (!goesOn)
        {
            Add(new PdfPiece { Kind = PdfPieceKind.Code, IsOutput = prompt.Value.StartsWith('O'), Paragraphs = { new() } });
        }

        Open!.Paragraphs[0].Add(prompt.Success && line.Skip(prompt.Value.Count(letter => letter == ' ') + 1) is { } rest ? rest : line);
    }

    private void TakeText(PdfLine line, PdfMarker? marker)
    {
        var isFragment = PdfFlow.IsFragment(line);
        if (marker is not null)
        {
            TakeItem(line, marker);
        }
        else if (Open is { Kind: PdfPieceKind.Item } item && _flow.IsBelow(item, line))
        {
            item.Paragraphs.Add([line]);
        }
        else if (isFragment && Open is { IsFragments: true, Last: var last } && last.Region == line.Region && last.Baseline - line.Baseline < 4 * line.Size)
        {
            Open.Paragraphs[^1].Add(line);
        }
        else
        {
            Add(new PdfPiece { Kind = PdfPieceKind.Paragraph, IsFragments = isFragment, Paragraphs = { new() { line } } });
            _indents.Clear();
        }
    }

    private void TakeItem(PdfLine line, PdfMarker marker) => Add(new PdfPiece
    {
        Kind = PdfPieceKind.Item,
        Number = marker.Number,
        MarkerLeft = line.Left,
        Depth = DepthOf(_typography.Indent(line.Region, marker.Rest.Left)),
        Paragraphs = { new() { marker.Rest } },
    });

    /// <summary>How many items the one with this indent lies in.</summary>
    private int DepthOf(double indent)
    {
        var tolerance = 0.7 * _typography.Size;
        _indents.RemoveAll(other => other > indent + tolerance);
        if (_indents.Count == 0 || _indents[^1] < indent - tolerance)
        {
            _indents.Add(indent);
        }

        return _indents.Count - 1;
    }

    /// <summary>What notebooks print before their cells.</summary>
    [GeneratedRegex(@"^(In|Out)\s?\[[\d* ]*\]:(?= )")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"(\.\s?){5,}\s*([\divxlc]+)?$|…{2,}\s*\d*$|(\s\.){4,}")]
    private static partial Regex Leader();
}
