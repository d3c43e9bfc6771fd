using System.Text;

namespace NotesBot.Notes.Splitting;

/// <summary>Makes passages of the chunks of one document, in their order.</summary>
/// <param name="document">Where they are from.</param>
/// <param name="pictureOf">The picture that a target in a note means.</param>
internal sealed class PassageBuilder(NoteDocument document, Func<string, string, string?> pictureOf)
{
    private readonly string _title = NoteTitle.Of(document);
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The passage of a chunk; <see langword="null"/> for one without a word.</summary>
    internal Passage? Build(Chunk chunk)
    {
        var pieces = chunk.IsEmpty ? OnlyHeadings(chunk) : chunk.Pieces;
        var (text, parts) = Write(pieces);
        if (text.Length == 0)
        {
            return null;
        }

        var trail = chunk.Above.Select(heading => heading.Text).ToList();
        var (first, last) = Lines(chunk);
        return new Passage
        {
            Id = PassageId.Of(document.Path, trail, OrdinalUnder(trail)),
            Path = document.Path,
            Ordinal = _next++,
            Trail = trail,
            Title = _title,
            Line = first,
            EndLine = last,
            Page = Places(chunk).Min(place => place.Page),
            Cell = Places(chunk).Min(place => place.Cell),
            Kind = KindOf(chunk),
            Text = text,
            Parts = parts,
            Anchor = chunk.Anchor,
            Picture = PictureOf(chunk),
            Keywords = document.Keywords,
        };
    }

    private string? PictureOf(Chunk chunk) => chunk.Pieces.Select(piece => piece.Picture).OfType<string>()
        .Select(target => pictureOf(document.Path, target)).FirstOrDefault(picture => picture is not null);

    /// <summary>
    /// A section without text that found nobody to join: its own heading is all it can say, as far as there is room. The whole of it stands
    /// in the trail.
    /// </summary>
    private static List<Piece> OnlyHeadings(Chunk chunk)
    {
        var room = Math.Max(0, Passage.MaxLength - chunk.Length);
        return [.. chunk.Above.TakeLast(1).Select(heading => new Piece(PassagePartKind.Heading, Begin(heading, room), heading.Place)), .. chunk.Pieces];
    }

    private static string Begin(HeadingNote heading, int length) => heading.Text[..Math.Min(heading.Text.Length, length)];

    private static (string Text, List<PassagePart> Parts) Write(IReadOnlyList<Piece> pieces)
    {
        var text = new StringBuilder();
        var parts = new List<PassagePart>();
        PassagePartKind? before = null;
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
        {
            text.Append(text.Length == 0 ? "" : piece.IsAttached || before == PassagePartKind.Heading ? "\n" : "\n\n");
            text.Append(' ', text.Length == 0 ? 0 : 2 * piece.Depth);
            parts.Add(new PassagePart(piece.Kind, text.Length, piece.Text.Length, piece.Language));
            text.Append(piece.Text);
            before = piece.Kind;
        }

        return (text.ToString(), parts);
    }

    private int OrdinalUnder(List<string> trail)
    {
        var key = string.Join('\n', trail);
        var ordinal = _ordinals.GetValueOrDefault(key);
        _ordinals[key] = ordinal + 1;
        return ordinal;
    }

    private static IEnumerable<NotePlace> Places(Chunk chunk) =>
        chunk.Pieces.Select(piece => piece.Place).Concat(chunk.Heading is null ? [] : [chunk.Heading.Place]);

    private static (int? First, int? Last) Lines(Chunk chunk)
    {
        var places = Places(chunk).Where(place => place.Line is not null).ToList();
        return places.Count == 0 ? (null, null) : (places.Min(place => place.Line), places.Max(place => place.EndLine ?? place.Line));
    }

    private static PassageKind KindOf(Chunk chunk)
    {
        if (chunk.IsContents)
        {
            return PassageKind.Contents;
        }

        var share = chunk.Pieces.GroupBy(piece => KindOf(piece.Kind)).MaxBy(group => group.Sum(piece => piece.Text.Length));
        var kind = share?.Key ?? PassageKind.Prose;
        return kind is PassageKind.Prose or PassageKind.List && Definitions.Is(chunk) ? PassageKind.Definition : kind;
    }

    private static PassageKind KindOf(PassagePartKind part) => part switch
    {
        PassagePartKind.ListItem => PassageKind.List,
        PassagePartKind.TableHeader or PassagePartKind.TableRow => PassageKind.Table,
        PassagePartKind.Code => PassageKind.Code,
        _ => PassageKind.Prose,
    };
}
