namespace NotesBot.Notes.Syllabi;

/// <summary>The contents of a site or book, as a list of links gives them.</summary>
internal static class SiteContents
{
    private const int MaxEntries = 1_000;

    /// <summary>Whether a note is such a list by custom: <c>SUMMARY.md</c>.</summary>
    internal static bool IsSummary(string path) => Path.GetFileName(path).Equals("SUMMARY.md", StringComparison.OrdinalIgnoreCase);

    /// <summary>The entries in order.</summary>
    internal static IReadOnlyList<ContentsEntry> Of(NoteDocument document) =>
        [.. document.Blocks.OfType<ListNote>().SelectMany(list => list.Items).Take(MaxEntries).Select(item => new ContentsEntry(
            item.Depth,
            item.Text.Length == 0 ? null : item.Text.Split('\n')[0],
            item.Links.Select(link => LinkTargets.Resolve(link, document.Path)).FirstOrDefault(path => path is not null)))];
}
