using NotesBot.Commands.Wording;
using NotesBot.Notes;

namespace NotesBot.Commands.Syllabi;

/// <summary>Lists the folders and notes of a library without courses, as deep as a screen holds.</summary>
internal sealed class OutlineList(CommandContext context)
{
    private const int MaxLines = 40;
    private const int MaxTitleLength = 100;

    /// <summary>The tree; nothing where there are no notes.</summary>
    internal IReadOnlyList<ReplyBlock> Of(IReadOnlyList<OutlineEntry> outline, Texts texts)
    {
        var depth = 0;
        while (CountOf(outline, depth + 1) is var count && count > CountOf(outline, depth) && count <= MaxLines)
        {
            depth++;
        }

        var lines = Lines(outline, depth, 0, texts).Take(MaxLines).ToList();
        var left = CountOf(outline, depth) - lines.Count;
        return
        [
            .. lines.Count == 0 ? [] : (IEnumerable<ReplyBlock>)[new ListBlock(lines)],
            .. left > 0 ? (IEnumerable<ReplyBlock>)[new TextBlock(texts.More(left), Subtle: true)] : [],
        ];
    }

    private static int CountOf(IReadOnlyList<OutlineEntry> entries, int depth) =>
        entries.Count + (depth == 0 ? 0 : entries.Sum(entry => CountOf(entry.Inside, depth - 1)));

    private IEnumerable<ListItem> Lines(IReadOnlyList<OutlineEntry> entries, int depth, int indent, Texts texts) =>
        entries.SelectMany(entry => (depth == 0 ? [] : Lines(entry.Inside, depth - 1, indent + 1, texts)).Prepend(Line(entry, indent, texts)));

    private ListItem Line(OutlineEntry entry, int indent, Texts texts)
    {
        var title = Plain.Cut(Plain.OneLine(entry.Title), MaxTitleLength);
        return entry.IsFolder
            ? new ListItem(title, texts.NotesIn(entry.Notes), Indent: indent, Marked: true)
            : new ListItem(title, Url: UrlOf(entry.Path), Indent: indent);
    }

    private string? UrlOf(string path) => context.Searcher.Read(path, 0, 1) is [var first, ..] ? context.UrlOf(first.Place) : null;
}
