namespace NotesBot.Notes.Splitting;

/// <summary>The texts of a block as its author wrote them one by one: an item, a row, a paragraph.</summary>
internal static class BlockText
{
    /// <summary>In order; none for a picture.</summary>
    internal static IEnumerable<string> Of(NoteBlock block) => block switch
    {
        HeadingNote heading => [heading.Text],
        ParagraphNote paragraph => [paragraph.Text],
        ListNote list => list.Items.Select(item => item.Text),
        TableNote table => table.Rows.Select(row => string.Join(' ', row.Cells)).Prepend(string.Join(' ', table.Header)),
        CodeNote code => [code.Text],
        FormulaNote formula => [formula.Text],
        _ => [],
    };
}
