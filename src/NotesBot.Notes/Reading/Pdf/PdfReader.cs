using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Reads a PDF: words by their places, lines and columns from words, blocks from lines.</summary>
internal static partial class PdfReader
{
    /// <summary>Reads the file. What it leaves out is in the remark, what it could not read beside it.</summary>
    /// <exception cref="UnreadableNoteException">It is encrypted, broken, or costs too much; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static NoteDocument Read(NoteSource source, CancellationToken cancellationToken) =>
        DeepStack.Run(() => Understand(source, cancellationToken));

    private static NoteDocument Understand(NoteSource source, CancellationToken cancellationToken)
    {
        using var file = PdfFile.Open(source.Bytes, cancellationToken);
        var pages = file.ReadPages();
        var unread = new PdfUnread(pages, file);
        var overlays = PdfOverlays.Remove(pages);
        var furniture = PdfFurniture.Remove(pages);
        var order = new PdfReadingOrder();
        var lines = pages.SelectMany(page => LinesOf(order, page, cancellationToken)).ToList();
        var contents = lines.RemoveAll(PdfPieces.IsContents);
        var pieces = PdfPieces.Of(lines, new PdfTypography(lines), new PdfOutline(file.ReadOutline()));
        return new NoteDocument
        {
            Path = source.Path,
            Title = TitleOf(file.Title, source.Path),
            Blocks = WithRemarks(new PdfBlocks(new PdfProse(lines)).Of(pieces), pages),
            LeftOut = PdfRemark.LeftOut(unread, furniture, contents, overlays),
            Unread = PdfRemark.Unread(unread),
        };
    }

    /// <summary>What was put on a page stands behind its text.</summary>
    private static List<NoteBlock> WithRemarks(List<NoteBlock> blocks, List<PdfPage> pages)
    {
        foreach (var page in pages.Where(page => page.Remarks.Count > 0))
        {
            var next = blocks.FindIndex(block => block.Place.Page > page.Number);
            var remarks = page.Remarks.Select(text => new ParagraphNote(text, IsBold: false, [], new NotePlace(Page: page.Number)));
            blocks.InsertRange(next < 0 ? blocks.Count : next, remarks);
        }

        return blocks;
    }

    private static List<PdfLine> LinesOf(PdfReadingOrder order, PdfPage page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return order.Lines(page);
    }

    /// <summary>Many programs write the name of the file, or their own, where the title belongs.</summary>
    private static string? TitleOf(string? title, string path)
    {
        var clean = Accents.ComposeAll(PdfCharacters.Clean(title ?? "")).Trim();
        var isName = Squash(clean) == Squash(Path.GetFileNameWithoutExtension(path));
        return clean.Length < 3 || isName || NoTitle().IsMatch(clean) ? null : clean;
    }

    private static string Squash(string text) =>
        text.Where(char.IsLetterOrDigit).Aggregate(new StringBuilder(), (squashed, letter) => squashed.Append(char.ToLowerInvariant(letter))).ToString();

    [GeneratedRegex(@"^(untitled|microsoft (word|powerpoint)|document\d*$|slide \d|title$|presentation\d*$)|\.(docx?|pptx?|tex|dvi|pdf|md|ipynb|html?|odt|indd|qxd)$|^[\w-]*_[\w-]*$|^\(.*\)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
