namespace NotesBot.Notes.Syllabi;

/// <summary>Makes the tree of folders and notes that stands for the syllabus where there is none.</summary>
internal sealed class OutlineTree
{
    /// <summary>Of more notes than this only the folders are kept, with their counts.</summary>
    private const int MaxNotes = 1_000;

    /// <summary>What lies deeper is only counted.</summary>
    private const int MaxDepth = 20;

    private readonly Dictionary<string, int> _order;
    private readonly bool _hasNotes;

    private OutlineTree(IReadOnlyList<FileOutline> notes, IEnumerable<FileOutline> outlines)
    {
        _hasNotes = notes.Count <= MaxNotes;
        _order = outlines.SelectMany(outline => outline.Contents).Select(entry => entry.Path).OfType<string>().Distinct(StringComparer.Ordinal)
            .Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
    }

    /// <summary>The outermost folders and notes, as the contents of a site order them, else by name.</summary>
    internal static IReadOnlyList<OutlineEntry> Of(IReadOnlyList<FileOutline> outlines)
    {
        var notes = outlines.Where(outline => outline.Passages > 0).ToList();
        return new OutlineTree(notes, outlines).Inside("", notes);
    }

    private List<OutlineEntry> Inside(string folder, List<FileOutline> notes)
    {
        var groups = notes.GroupBy(note => NameIn(folder, note.Path), StringComparer.Ordinal)
            .Select(group => Entry(folder + group.Key, [.. group])).Where(entry => entry.IsFolder || _hasNotes);
        return [.. groups.OrderBy(PlaceOf).ThenBy(entry => entry.IsFolder ? 0 : 1).ThenBy(entry => entry.Path, PathOrder.Natural)];
    }

    private OutlineEntry Entry(string path, List<FileOutline> notes)
    {
        var passages = notes.Sum(note => note.Passages);
        return notes is [var only] && only.Path == path
            ? new OutlineEntry(only.Title, path, 1, passages, [])
            : new OutlineEntry(Path.GetFileName(path), path, notes.Count, passages, IsDeep(path) ? [] : Inside(path + "/", notes)) { IsFolder = true };
    }

    private static bool IsDeep(string path) => path.Count(letter => letter == '/') >= MaxDepth;

    private int PlaceOf(OutlineEntry entry) => entry.IsFolder
        ? entry.Inside.Select(PlaceOf).DefaultIfEmpty(int.MaxValue).Min()
        : _order.GetValueOrDefault(entry.Path, _order.GetValueOrDefault(Path.ChangeExtension(entry.Path, null), int.MaxValue));

    private static string NameIn(string folder, string path)
    {
        var end = path.IndexOf('/', folder.Length);
        return end < 0 ? path[folder.Length..] : path[folder.Length..end];
    }
}
