using System.Text.Json;

namespace NotesBot.Notes.Reading;

/// <summary>Obsidian's canvas: its cards from top to bottom, groups as headings. Cards that show a file or a page become links.</summary>
/// <remarks>Source: jsoncanvas.org, specification 1.0.</remarks>
internal static class CanvasReader
{
    /// <summary>Where a card keeps what it shows.</summary>
    private static readonly string[] Contents = ["text", "label", "file", "url"];

    private sealed record Card(string Type, string Text, double X, double Y, double Width, double Height)
    {
        internal bool Holds(Card other) => other.X >= X && other.Y >= Y && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableNoteException">It is no canvas.</exception>
    internal static NoteDocument Read(NoteSource source)
    {
        try
        {
            using var json = NotebookJson.Parse(source);
            return new NoteDocument { Path = source.Path, Blocks = [.. BlocksOf(source, [.. CardsOf(json.RootElement)])] };
        }
        catch (JsonException exception)
        {
            throw new UnreadableNoteException("It is no canvas: its JSON is broken or nested too deeply.", exception);
        }
    }

    private static IEnumerable<Card> CardsOf(JsonElement canvas) =>
        NotebookJson.Items(canvas, "nodes").Where(node => node.ValueKind == JsonValueKind.Object).Select(node => new Card(
            NotebookJson.Text(node, "type"),
            Contents.Select(name => NotebookJson.Text(node, name)).FirstOrDefault(text => text.Length > 0) ?? "",
            Number(node, "x"), Number(node, "y"), Number(node, "width"), Number(node, "height")));

    private static IEnumerable<NoteBlock> BlocksOf(NoteSource source, List<Card> cards)
    {
        var groups = cards.Where(card => card.Type == "group").OrderBy(card => card.Y).ThenBy(card => card.X).ToList();
        var free = cards.Where(card => card.Type != "group").ToList();
        var alone = free.Where(card => !groups.Exists(group => group.Holds(card))).ToList();
        foreach (var block in alone.OrderBy(card => card.Y).ThenBy(card => card.X).SelectMany(card => BlocksOf(source, card)))
        {
            yield return block;
        }

        foreach (var group in groups)
        {
            yield return new HeadingNote(1, PlainText.OneLine(group.Text), null, [], default);
            var inside = free.Where(card => groups.Where(other => other.Holds(card)).MinBy(other => other.Width * other.Height) == group);
            foreach (var block in inside.OrderBy(card => card.Y).ThenBy(card => card.X).SelectMany(card => BlocksOf(source, card)))
            {
                yield return block is HeadingNote heading ? heading with { Level = Math.Min(heading.Level + 1, 6) } : block;
            }
        }
    }

    private static IReadOnlyList<NoteBlock> BlocksOf(NoteSource source, Card card) => card.Type switch
    {
        "text" => new MarkdownBlocks(source, static _ => default).Convert(MarkdownReader.Parse(card.Text, source.Path)),
        "file" or "link" when card.Text.Length > 0 => [new ParagraphNote(card.Text, IsBold: false, [card.Text], default)],
        _ => [],
    };

    private static double Number(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : 0;
}
