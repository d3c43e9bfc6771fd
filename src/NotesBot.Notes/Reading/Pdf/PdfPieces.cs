using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts lines in reading order together to paragraphs, items, headings and code.</summary>
internal sealed partial class PdfPieces
{
    private readonly IReadOnlyList<PdfLine> _lines;
    private readonly PdfTypography _typography;
    private readonly PdfHeadings _headings;
    private readonly PdfOutline _outline;
    private readonly List<PdfPiece> _pieces = [];
    private readonly List<double> _indents = [];

    private PdfPieces(IReadOnlyList<PdfLine> lines, PdfTypography typography, PdfOutline outline)
    {
        _lines = lines;
        _typography = typography;
        _outline = outline;
        _headings = new PdfHeadings(lines, typography, outline);
    }

    private PdfPiece? Open => _pieces.Count > 0 ? _pieces[^1] : null;

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
        var marker = PdfMarker.Of(line);
        var goesOn = Open is { IsText: true } open && !(marker is not null && IsItem(marker, line)) && Continues(open, line);
        if (line.IsFixed && !_typography.IsFixed && !(goesOn && IsWithinSentence(index)))
        {
            TakeCode(line);
            return 1;
        }

        if (goesOn)
        {
            Open!.Paragraphs[^1].Add(line);
            return 1;
        }

        if (_headings.LinesFrom(index) is > 0 and var count)
        {
            TakeHeading(index, count);
            return count;
        }

        TakeText(line, marker is not null && IsItem(marker, line) ? marker : null);
        return 1;
    }

    private void TakeHeading(int index, int count)
    {
        List<PdfLine> lines = [.. _lines.Skip(index).Take(count)];
        var level = _outline.LevelOf(string.Join(' ', lines.Select(line => line.Text)), lines[0].Page);
        _pieces.Add(new PdfPiece { Kind = PdfPieceKind.Heading, OutlineLevel = level });
        Open!.Paragraphs.Add(lines);
        _indents.Clear();
    }

    private void TakeCode(PdfLine line)
    {
        var prompt = Prompt().Match(line.Text);
        var goesOn = !prompt.Success && Open is { Kind: PdfPieceKind.Code, Last: var last }
            && (last.Region != line.Region || last.Baseline - line.Baseline < 3 * line.Size);
        if (!goesOn)
        {
            _pieces.Add(new PdfPiece { Kind = PdfPieceKind.Code, IsOutput = prompt.Value.StartsWith('O') });
            Open!.Paragraphs.Add([]);
        }

        Open!.Paragraphs[0].Add(prompt.Success && line.Skip(prompt.Value.Count(letter => letter == ' ') + 1) is { } rest ? rest : line);
    }

    private void TakeText(PdfLine line, PdfMarker? marker)
    {
        if (marker is not null)
        {
            _pieces.Add(new PdfPiece
            {
                Kind = PdfPieceKind.Item, Number = marker.Number, MarkerLeft = line.Left, Depth = DepthOf(_typography.Indent(line.Region, marker.Rest.Left)),
            });
            Open!.Paragraphs.Add([marker.Rest]);
        }
        else if (Open is { Kind: PdfPieceKind.Item } item && IsBelow(item, line))
        {
            item.Paragraphs.Add([line]);
        }
        else
        {
            _pieces.Add(new PdfPiece { Kind = PdfPieceKind.Paragraph });
            Open!.Paragraphs.Add([line]);
            _indents.Clear();
        }
    }

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

    /// <summary>A further paragraph of an item begins where the item's text does.</summary>
    private bool IsBelow(PdfPiece item, PdfLine line)
    {
        var offset = _typography.Indent(line.Region, line.Left) - _typography.Indent(item.First.Region, item.First.Left);
        return Math.Abs(offset) < 0.7 * line.Size && (item.Last.Region != line.Region || item.Last.Baseline - line.Baseline < 3.5 * line.Size)
            && _typography.Indent(line.Region, line.Left) > line.Size;
    }

    /// <summary>Whether a bullet or number begins an item, and is not a dash or a number that a sentence happens to have at a line's start.</summary>
    private bool IsItem(PdfMarker marker, PdfLine line)
    {
        if (marker.IsSure || Open is not { IsText: true, Last: var last } || last.Region != line.Region || !_typography.IsClose(last, line))
        {
            return true;
        }

        var next = Open is { Kind: PdfPieceKind.Item, Number: { } number } && marker.Number == number + 1;
        return next || EndsSentence(last.Text) || !PdfTypography.IsFull(last, line) || Math.Abs(last.Left - line.Left) > 0.8 * line.Size;
    }

    /// <summary>Whether a line goes on with the sentence or paragraph before it.</summary>
    private bool Continues(PdfPiece open, PdfLine line)
    {
        var last = open.Last;
        if (Math.Abs(last.Size - line.Size) > 0.12 * Math.Max(last.Size, line.Size))
        {
            return false;
        }

        return last.Region == line.Region ? ContinuesBelow(open, line) : ContinuesElsewhere(last, line);
    }

    private bool ContinuesBelow(PdfPiece open, PdfLine line)
    {
        var last = open.Last;
        if (!_typography.IsClose(last, line) || open.Kind is PdfPieceKind.Item && line.Left < open.MarkerLeft - (0.5 * line.Size))
        {
            return false;
        }

        if (StartsLower(line.Text))
        {
            return true;
        }

        var paragraph = open.Paragraphs[^1];
        var usual = paragraph.Skip(1).Select(other => other.Left).DefaultIfEmpty(double.MaxValue).Min();
        var isIndented = paragraph.Count > 1 && line.Left > usual + (0.8 * line.Size) && line.Left < usual + (4 * line.Size);
        var isShort = !PdfTypography.IsFull(last, line);
        return !(isIndented && EndsSentence(last.Text)) && !(isShort && (EndsSentence(last.Text) || IsVeryShort(last)));
    }

    private static bool ContinuesElsewhere(PdfLine last, PdfLine line) =>
        StartsLower(line.Text) || !EndsSentence(last.Text) && PdfTypography.IsFull(last, line);

    private static bool IsVeryShort(PdfLine line) => line.Right < line.Region.Left + (0.55 * (line.Region.Right - line.Region.Left));

    /// <summary>Code within a sentence may fill a line.</summary>
    private bool IsWithinSentence(int index) =>
        index + 1 < _lines.Count && !_lines[index + 1].IsFixed && !Open!.Last.IsFixed && !EndsSentence(Open.Last.Text)
        && _lines[index].Region == _lines[index + 1].Region && _typography.IsClose(_lines[index], _lines[index + 1]);

    private static bool StartsLower(string text) => char.IsLower(text[0]);

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or ':' or '…'] or [];

    /// <summary>What notebooks print before their cells.</summary>
    [GeneratedRegex(@"^(In|Out)\s?\[[\d* ]*\]:(?= )")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"(\.\s?){5,}\s*([\divxlc]+)?$|…{2,}\s*\d*$|(\s\.){4,}")]
    private static partial Regex Leader();
}
