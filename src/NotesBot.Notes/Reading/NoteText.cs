namespace NotesBot.Notes.Reading;

/// <summary>A block as text alone, for blocks inside list items and for outlines.</summary>
internal static class NoteText
{
    /// <summary>All words of a block, a line each for items and rows.</summary>
    internal static string Of(NoteBlock block) => block switch
    {
        HeadingNote heading => heading.Text,
        ParagraphNote paragraph => paragraph.Text,
        ListNote list => string.Join('\n', list.Items.Select(item => Mark(item) + item.Text)),
        TableNote table => string.Join('\n', table.Rows.Select(row => row.Cells).Prepend(table.Header).Where(row => row.Count > 0).Select(Row)),
        CodeNote code => code.Text,
        FormulaNote formula => formula.Text,
        PictureNote picture => picture.Text,
        _ => "",
    };

    /// <summary>The targets of links in a block.</summary>
    internal static IEnumerable<string> LinksOf(NoteBlock block) => block switch
    {
        HeadingNote heading => heading.Links,
        ParagraphNote paragraph => paragraph.Links,
        ListNote list => list.Items.SelectMany(item => item.Links),
        TableNote table => table.Rows.SelectMany(row => row.Links),
        _ => [],
    };

    /// <summary>A row of a table on one line.</summary>
    internal static string Row(IReadOnlyList<string> cells) => string.Join(" | ", cells);

    /// <summary>The bullet or number of an item, with the space behind it.</summary>
    internal static string Mark(ListNoteItem item) => item.Number is { } number ? $"{number}. " : "- ";
}
