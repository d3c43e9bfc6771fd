using System.Text;

namespace NotesBot.Notes.Splitting;

/// <summary>Makes passages of the chunks of one document, in their order.</summary>
/// <param name="document">Where they are from.</param>
/// <param name="pictureOf">The picture that a target in a note means.</param>
internal sealed class PassageBuilder(NoteDocument document, Func<string, string, string?> pictureOf)
{
    /// <summary>What stands above a title and is no longer than this, in letters, leads to it and answers nothing; those of a script that writes
    /// a syllable or a word in one count as three.</summary>
    private const int MaxAside = 300;

    private const char FirstOfWideScripts = '\u2E80';

    private readonly string _title = NoteTitle.Of(document);
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The passage of a chunk; <see langword="null"/> for one without a word.</summary>
    internal Passage? Build(Chunk chunk)
    {
        var pieces = chunk.Pieces.All(piece => piece.Text.Length == 0) ? OnlyHeading(chunk) : chunk.Pieces;
        var (text, parts) = Write(pieces);
        if (text.Length == 0)
        {
            return null;
        }

        var trail = chunk.Above.Select(heading => heading.Text).ToList();
        var (first, last) = Lines(chunk);
        var beginning = chunk.Heading?.Place ?? default;
        return new Passage
        {
            Id = IdOf(chunk.IsAboveTitle ? [] : trail),
            Path = document.Path,
            Ordinal = _next++,
            Trail = trail,
            Title = _title,
            Line = first,
            EndLine = last,
            Page = beginning.Page ?? chunk.Pieces.Min(piece => piece.Place.Page),
            Cell = beginning.Cell ?? chunk.Pieces.Min(piece => piece.Place.Cell),
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

    /// <summary>A section without text: its own heading is all it can say, as far as there is room. The whole of it stands in the trail.</summary>
    private static IReadOnlyList<Piece> OnlyHeading(Chunk chunk) =>
        [.. chunk.Above.TakeLast(1).Select(heading => new Piece(PassagePartKind.Heading, Plain(heading.Text), heading.Place)), .. chunk.Pieces];

    private static string Plain(string heading) => heading[..Math.Min(heading.Length, Passage.MaxLength)];

    private static (string Text, List<PassagePart> Parts) Write(IReadOnlyList<Piece> pieces)
    {
        var text = new StringBuilder();
        var parts = new List<PassagePart>();
        PassagePartKind? before = null;
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
        {
            text.Append(text.Length == 0 ? "" : piece.IsAttached || before == PassagePartKind.Heading ? "\n" : "\n\n");
            text.Append(' ', text.Length == 0 ? 0 : 2 * piece.Depth);
            parts.Add(new PassagePart(piece.Kind, text.Length, piece.Text.Length, piece.Language) { Place = piece.Place });
            text.Append(piece.Text);
            before = piece.Kind;
        }

        return (text.ToString(), parts);
    }

    private PassageId IdOf(IReadOnlyList<string> trail)
    {
        var key = string.Join('\n', trail);
        var ordinal = _ordinals.GetValueOrDefault(key);
        _ordinals[key] = ordinal + 1;
        return PassageId.Of(document.Path, trail, ordinal);
    }

    /// <summary>From its heading, if it begins with one, to its last piece.</summary>
    private static (int? First, int? Last) Lines(Chunk chunk)
    {
        var places = chunk.Pieces.Select(piece => piece.Place).Where(place => place.Line is not null).ToList();
        var first = chunk.Heading?.Place.Line ?? places.Min(place => place.Line);
        return (first, places.Select(place => place.EndLine ?? place.Line).Append(chunk.Heading?.Place.EndLine).Append(first).Max());
    }

    private static PassageKind KindOf(Chunk chunk)
    {
        if (chunk.IsContents || IsBare(chunk) || IsAside(chunk))
        {
            return PassageKind.Contents;
        }

        var share = chunk.Pieces.GroupBy(piece => KindOf(piece.Kind)).MaxBy(group => group.Sum(piece => piece.Text.Length));
        var kind = share?.Key ?? PassageKind.Prose;
        return kind is PassageKind.Prose or PassageKind.List && Definitions.Is(chunk) ? PassageKind.Definition : kind;
    }

    /// <summary>Headings with nothing below them, not even a picture.</summary>
    private static bool IsBare(Chunk chunk) => chunk.IsEmpty && chunk.Pieces.All(piece => piece.Picture is null);

    private static bool IsAside(Chunk chunk) =>
        chunk.IsAboveTitle && chunk.Pieces.Sum(piece => piece.Text.Sum(letter => letter < FirstOfWideScripts ? 1 : 3)) <= MaxAside;

    private static PassageKind KindOf(PassagePartKind part) => part switch
    {
        PassagePartKind.ListItem => PassageKind.List,
        PassagePartKind.TableHeader or PassagePartKind.TableRow => PassageKind.Table,
        PassagePartKind.Code => PassageKind.Code,
        _ => PassageKind.Prose,
    };
}
