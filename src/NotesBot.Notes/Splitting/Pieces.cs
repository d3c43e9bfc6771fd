using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Splitting;

/// <summary>Takes the blocks of one section apart into pieces.</summary>
internal static class Pieces
{
    /// <summary>What is repeated above the later pieces of a list or table is at most this long, so that the pieces still have room.</summary>
    private const int MaxContext = 400;

    private const int MaxRow = Passage.MaxLength - MaxContext - 100;

    private const int MaxBlock = Passage.MaxLength - 20;

    /// <summary>A paragraph longer than this is no lead-in.</summary>
    private const int MaxLeadIn = 300;

    /// <summary>All pieces, in order.</summary>
    internal static IReadOnlyList<Piece> Of(IReadOnlyList<NoteBlock> blocks)
    {
        var pieces = new List<Piece>();
        foreach (var block in blocks)
        {
            pieces.AddRange(OfBlock(block, LeadIn(pieces)));
        }

        return pieces;
    }

    private static IEnumerable<Piece> OfBlock(NoteBlock block, Piece? leadIn) => block switch
    {
        ParagraphNote paragraph => OfText(PassagePartKind.Prose, LongText.Sentences(paragraph.Text, MaxBlock), paragraph.Place, 0),
        FormulaNote formula => OfText(PassagePartKind.Formula, [.. LongText.Lines(formula.Text, MaxBlock).Select(text => text.TrimStart())], formula.Place, 3),
        CodeNote code => OfCode(code, leadIn),
        ListNote list => OfList(list, leadIn),
        TableNote table => OfTable(table),
        PictureNote picture => OfPicture(picture),
        HeadingNote heading => OfText(PassagePartKind.Heading, LongText.Sentences(heading.Text, MaxRow), heading.Place, 0),
        _ => [],
    };

    /// <summary>The sentence before a list or code that says what it is, as in "The steps are:".</summary>
    private static Piece? LeadIn(List<Piece> pieces) =>
        pieces is [.., { Kind: PassagePartKind.Prose, Text.Length: > 0 and <= MaxLeadIn } last] && last.Text[^1] is ':' ? last : null;

    private static IEnumerable<Piece> OfText(PassagePartKind kind, IReadOnlyList<string> texts, NotePlace place, int cutCost) =>
        texts.Select((text, index) => new Piece(kind, text, place) { CutCost = index == 0 ? cutCost : 6, IsAttached = index > 0 });

    private static IEnumerable<Piece> OfCode(CodeNote code, Piece? leadIn)
    {
        var texts = LongText.Lines(code.Text, MaxBlock);
        var line = 0;
        foreach (var text in texts)
        {
            yield return new Piece(PassagePartKind.Code, text, code.Place)
            {
                Language = code.Language,
                CutCost = line > 0 ? 5 : code.IsOutput ? 8 : leadIn is null ? 2 : 8,
                IsAttached = line > 0,
            };
            line++;
        }
    }

    private static IEnumerable<Piece> OfPicture(PictureNote picture)
    {
        var texts = picture.Text.Length == 0 ? [""] : LongText.Sentences(picture.Text, MaxBlock);
        return texts.Select(text => new Piece(PassagePartKind.Picture, text, picture.Place) { Picture = picture.Target, CutCost = 5 });
    }

    private static IEnumerable<Piece> OfList(ListNote list, Piece? leadIn)
    {
        var above = new List<(int Depth, Piece Piece)>();
        var isFirst = true;
        foreach (var item in list.Items)
        {
            above.RemoveAll(parent => parent.Depth >= item.Depth);
            var context = isFirst ? [] : Short([.. leadIn is null ? [] : new[] { leadIn }, .. above.Select(parent => parent.Piece)]);
            var texts = LongText.Sentences(NoteText.Mark(item) + Indent(item), MaxRow);
            foreach (var text in texts)
            {
                yield return new Piece(PassagePartKind.ListItem, text, item.Place)
                {
                    Depth = DepthOf(item),
                    CutCost = isFirst ? (leadIn is null ? 0 : 8) : text == texts[0] ? 1 + (2 * item.Depth) : 6,
                    Context = context,
                    IsAttached = !isFirst || leadIn is not null,
                };
                isFirst = false;
            }

            above.Add((item.Depth, new Piece(PassagePartKind.ListItem, texts[0], item.Place) { Depth = DepthOf(item), IsAttached = true }));
        }
    }

    /// <summary>Further lines of an item stand below its text, not below its bullet.</summary>
    private static string Indent(ListNoteItem item) =>
        item.Text.Replace("\n", "\n" + new string(' ', (2 * DepthOf(item)) + 2), StringComparison.Ordinal);

    private static int DepthOf(ListNoteItem item) => Math.Min(item.Depth, 8);

    private static IEnumerable<Piece> OfTable(TableNote table)
    {
        var header = NoteText.Row(table.Header);
        var headers = header.Length == 0 ? [] : LongText.Sentences(header, MaxRow)
            .Select((text, index) => new Piece(PassagePartKind.TableHeader, text, table.Place with { EndLine = table.Place.Line }) { IsAttached = index > 0 })
            .ToList();
        var context = Short(headers);
        foreach (var piece in headers)
        {
            yield return piece;
        }

        var isFirst = headers.Count == 0;
        foreach (var row in table.Rows)
        {
            foreach (var text in LongText.Sentences(NoteText.Row(row.Cells), MaxRow))
            {
                yield return new Piece(PassagePartKind.TableRow, text, row.Place) { CutCost = isFirst ? 0 : 2, Context = context, IsAttached = !isFirst };
                isFirst = false;
            }
        }
    }

    /// <summary>As much of a context as may be repeated, the nearest first. It is no place of its own.</summary>
    private static List<Piece> Short(IReadOnlyList<Piece> context)
    {
        var length = 0;
        var kept = context.Reverse().TakeWhile(piece => (length += piece.Length) <= MaxContext).Reverse();
        return [.. kept.Select(piece => piece with { Place = default })];
    }
}
