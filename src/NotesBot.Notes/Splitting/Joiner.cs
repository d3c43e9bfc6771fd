namespace NotesBot.Notes.Splitting;

/// <summary>Joins chunks that are too short to answer anything with their neighbours below the same heading.</summary>
internal static class Joiner
{
    /// <summary>A shorter chunk looks for a neighbour.</summary>
    private const int Short = 200;

    /// <summary>A short chunk is not joined to one that it would get lost in.</summary>
    private const int MaxJoined = 800;

    /// <summary>The same pieces in the same order in fewer chunks.</summary>
    internal static IReadOnlyList<Chunk> Join(IReadOnlyList<Chunk> chunks)
    {
        var forward = Fold(chunks, static (first, second) => IsSmall(first, second) && AreRelated(first, second));
        var backward = Fold(forward, static (first, second) => IsSmall(second, first) && AreRelated(first, second));
        return Fold(backward, static (first, _) => first.IsEmpty);
    }

    private static List<Chunk> Fold(IReadOnlyList<Chunk> chunks, Func<Chunk, Chunk, bool> isJoined)
    {
        var joined = new List<Chunk>();
        foreach (var chunk in chunks)
        {
            if (joined.Count > 0 && isJoined(joined[^1], chunk) && Both(joined[^1], chunk) is { } both)
            {
                joined[^1] = both;
            }
            else
            {
                joined.Add(chunk);
            }
        }

        return joined;
    }

    private static bool IsSmall(Chunk chunk, Chunk neighbour) =>
        chunk.IsEmpty || (chunk.Length < Short && chunk.Length + neighbour.Length <= MaxJoined && chunk.Place == neighbour.Place);

    /// <summary>Neighbours below one heading, or a heading's own text and its first subsection.</summary>
    private static bool AreRelated(Chunk first, Chunk second)
    {
        var common = CommonAbove(first, second).Count;
        return common == first.Above.Count || (common == first.Above.Count - 1 && common == second.Above.Count - 1);
    }

    private static List<HeadingNote> CommonAbove(Chunk first, Chunk second) =>
        [.. first.Above.Zip(second.Above).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.First)];

    private static Chunk? Both(Chunk first, Chunk second)
    {
        var common = CommonAbove(first, second);
        var isBelow = first.IsEmpty && common.Count == first.Above.Count && first.Pieces.All(piece => piece.Text.Length == 0);
        var both = isBelow
            ? second with { Pieces = [.. first.Pieces, .. second.Pieces] }
            : first with
            {
                Above = common,
                Pieces = [.. Headings(first, common.Count), .. first.Pieces, .. Headings(second, common.Count), .. second.Pieces],
                Place = first.IsEmpty ? second.Place : first.Place,
                IsContents = first.IsContents || second.IsContents,
            };
        var isMixed = first.IsContents != second.IsContents && !first.IsEmpty && !second.IsEmpty;
        return isMixed || both.Length > Passage.MaxLength ? null : both;
    }

    private static IEnumerable<Piece> Headings(Chunk chunk, int from) =>
        chunk.Above.Skip(from).Select(heading => new Piece(PassagePartKind.Heading, heading.Text, heading.Place));
}
