namespace NotesBot.Notes.Splitting;

/// <summary>
/// Leaves out pages that the next page repeats with more on it, as printed talks have them that uncover a slide point by point: only the
/// full slide is a place.
/// </summary>
internal static class Overlays
{
    /// <summary>The blocks without those pages; all of them where there are no pages.</summary>
    internal static IReadOnlyList<NoteBlock> Without(IReadOnlyList<NoteBlock> blocks)
    {
        var pages = blocks.Where(block => block.Place.Page is not null).GroupBy(block => block.Place.Page)
            .Select(page => (Number: page.Key, Texts: page.SelectMany(BlockText.Of).Select(Contents.Fold).Where(text => text.Length > 0).ToList())).ToList();
        var covered = pages.Zip(pages.Skip(1)).Where(pair => IsWithin(pair.First.Texts, pair.Second.Texts)).Select(pair => pair.First.Number).ToHashSet();
        return covered.Count == 0 ? blocks : [.. blocks.Where(block => !covered.Contains(block.Place.Page))];
    }

    /// <summary>Whether a page begins as the next one does, and each of its texts comes again there, or the beginning of one, in their order.</summary>
    private static bool IsWithin(List<string> page, List<string> next)
    {
        var at = 0;
        foreach (var text in page)
        {
            at = next.FindIndex(at, other => other.StartsWith(text, StringComparison.Ordinal)) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return page.Count > 0 && next[0].StartsWith(page[0], StringComparison.Ordinal);
    }
}
