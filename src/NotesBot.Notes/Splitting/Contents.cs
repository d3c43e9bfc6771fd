namespace NotesBot.Notes.Splitting;

/// <summary>Recognises tables of contents: they hold every heading and no answer.</summary>
internal static class Contents
{
    private const int FewestItems = 3;

    private const double Most = 0.7;

    /// <summary>Longer items say something about what they link to.</summary>
    private const int MaxItemLength = 90;

    /// <summary>Whether a section is mostly a list of links into the notes, or of the headings of its own document.</summary>
    /// <param name="section">The section.</param>
    /// <param name="headings">All headings of the document, folded.</param>
    internal static bool Is(Section section, IReadOnlySet<string> headings)
    {
        var items = section.Blocks.OfType<ListNote>().SelectMany(list => list.Items).ToList();
        if (items.Count < FewestItems || !IsAlmostAll(section.Blocks))
        {
            return false;
        }

        var links = items.Count(item => IsPointer(item) && item.Text.Length <= MaxItemLength);
        var repeated = items.Count(item => headings.Contains(Fold(item.Text)));
        return links >= Most * items.Count || (repeated >= Most * items.Count && repeated >= Most * headings.Count);
    }

    /// <summary>Letters and digits alone, lower case: lists of contents differ from the headings in marks and numbers.</summary>
    internal static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsAlmostAll(IReadOnlyList<NoteBlock> blocks)
    {
        var listed = blocks.OfType<ListNote>().Sum(list => list.Items.Sum(item => item.Text.Length));
        var others = blocks.OfType<ParagraphNote>().Sum(paragraph => paragraph.Text.Length) + blocks.OfType<CodeNote>().Sum(code => code.Text.Length);
        return listed > 2 * others;
    }

    /// <summary>One link, and to a place in the notes.</summary>
    private static bool IsPointer(ListNoteItem item) =>
        item.Links is [var target] && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal);
}
