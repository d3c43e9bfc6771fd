using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Judges whether a line goes on with what stands before it.</summary>
internal sealed partial class PdfFlow(PdfTypography typography)
{
    private const int MaxInterruptions = 40;

    /// <summary>The piece whose sentence a line goes on with; <see langword="null"/> when it begins something.</summary>
    /// <param name="pieces">What was found so far.</param>
    /// <param name="open">The piece that was last added to.</param>
    /// <param name="line">The next line.</param>
    internal PdfPiece? Continued(List<PdfPiece> pieces, PdfPiece? open, PdfLine line) =>
        open is { IsText: true } && Continues(open, line) ? open : Interrupted(pieces, line);

    /// <summary>A signs-and-numbers line, as in formulas and pictures, or a single word.</summary>
    internal static bool IsFragment(PdfLine line)
    {
        var signs = line.Words.Where(word => word.Look.IsMath).Sum(word => word.Text.Length);
        var words = line.Words.Count(word => !word.Look.IsMath && word.Text.Count(char.IsLetter) >= 3);
        return words <= 1 && line.Text.Length < 40 || signs * 5 > line.Text.Length * 2 && words <= 3;
    }

    /// <summary>Whether a bullet or number begins an item, and is not a dash or a number that a sentence happens to have at a line's start.</summary>
    internal bool IsItem(PdfMarker marker, PdfLine line, PdfPiece? open)
    {
        if (marker.IsSure || open is not { IsText: true, Last: var last } || last.Region != line.Region || !typography.IsClose(last, line))
        {
            return true;
        }

        var isNext = open is { Kind: PdfPieceKind.Item, Number: { } number } && marker.Number == number + 1;
        return isNext || EndsSentence(last.Text) || !PdfTypography.IsFull(last, line) || Math.Abs(last.Left - line.Left) > 0.8 * line.Size;
    }

    /// <summary>Code within a sentence may fill a line.</summary>
    internal bool IsWithinSentence(PdfPiece open, PdfLine line, PdfLine? next) =>
        next is { IsFixed: false } && !open.Last.IsFixed && !EndsSentence(open.Last.Text)
        && line.Region == next.Region && typography.IsClose(line, next);

    /// <summary>A further paragraph of an item begins where the item's text does.</summary>
    internal bool IsBelow(PdfPiece item, PdfLine line)
    {
        var indent = typography.Indent(line.Region, line.Left);
        var offset = indent - typography.Indent(item.First.Region, item.First.Left);
        return Math.Abs(offset) < 0.7 * line.Size && indent > line.Size
            && (item.Last.Region != line.Region || item.Last.Baseline - line.Baseline < 3.5 * line.Size);
    }

    private bool Continues(PdfPiece open, PdfLine line)
    {
        var last = open.Last;
        if (open.IsFragments || !IsSameSize(last, line))
        {
            return false;
        }

        return last.Region == line.Region ? ContinuesBelow(open, line) : ContinuesElsewhere(last, line);
    }

    /// <summary>A sentence parted by notes, pictures or a table goes on in another column or on another page.</summary>
    private static PdfPiece? Interrupted(List<PdfPiece> pieces, PdfLine line)
    {
        if (!StartsLower(line.Text) || pieces.Count == 0 || line.Region == pieces[^1].Last.Region || IsFragment(line))
        {
            return null;
        }

        foreach (var piece in pieces.AsEnumerable().Reverse().Take(MaxInterruptions))
        {
            if (piece.Kind is PdfPieceKind.Heading or PdfPieceKind.Code || piece.Last.Page < line.Page - 1)
            {
                return null;
            }

            if (!IsAside(piece, line))
            {
                return piece.Last.Region != line.Region && !EndsSentence(piece.Last.Text) ? piece : null;
            }
        }

        return null;
    }

    /// <summary>What stands beside the text: smaller, a caption, or pieces of a picture.</summary>
    private static bool IsAside(PdfPiece piece, PdfLine line) =>
        !piece.IsText || piece.IsFragments || piece.Last.Size < 0.97 * line.Size || piece.Last.Size > 1.03 * line.Size || Caption().IsMatch(piece.First.Text);

    private bool ContinuesBelow(PdfPiece open, PdfLine line)
    {
        var last = open.Last;
        if (!typography.IsClose(last, line) || open.Kind is PdfPieceKind.Item && line.Left < open.MarkerLeft - (0.5 * line.Size))
        {
            return false;
        }

        return StartsLower(line.Text) || !IsIndented(open.Paragraphs[^1], line) && !IsEnded(last, line);
    }

    private static bool IsIndented(List<PdfLine> paragraph, PdfLine line)
    {
        var usual = paragraph.Skip(1).Select(other => other.Left).DefaultIfEmpty(double.MaxValue).Min();
        return paragraph.Count > 1 && EndsSentence(paragraph[^1].Text)
            && line.Left > usual + (0.8 * line.Size) && line.Left < usual + (4 * line.Size);
    }

    /// <summary>The line before was broken off by choice: the next word would have had room on it.</summary>
    private static bool IsEnded(PdfLine last, PdfLine line) =>
        !PdfTypography.IsFull(last, line) && (EndsSentence(last.Text) || last.Right < last.Region.Left + (0.55 * (last.Region.Right - last.Region.Left)));

    private static bool ContinuesElsewhere(PdfLine last, PdfLine line) =>
        StartsLower(line.Text) || !EndsSentence(last.Text) && PdfTypography.IsFull(last, line);

    private static bool IsSameSize(PdfLine line, PdfLine other) => Math.Abs(line.Size - other.Size) <= Math.Max(0.35, 0.06 * Math.Max(line.Size, other.Size));

    private static bool StartsLower(string text) => char.IsLower(text[0]);

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or ':' or '…'] or [];

    [GeneratedRegex(@"^(figure|fig\.|table|abbildung|abb\.|tabelle|listing|algorithm)\s*\d", RegexOptions.IgnoreCase)]
    internal static partial Regex Caption();
}
