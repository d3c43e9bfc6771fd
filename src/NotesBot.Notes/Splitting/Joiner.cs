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
        var below = FoldIntoFirstChild(chunks);
        var forward = Fold(below, static (first, second) => IsSmall(first, second) && AreRelated(first, second));
        var backward = Fold(forward, static (first, second) => IsSmall(second, first) && AreRelated(first, second));
        return Fold(backward, static (first, _) => first.IsEmpty);
    }

    /// <summary>A heading without a text of its own stands in the trail of what is below it: only its pictures go there.</summary>
    private static List<Chunk> FoldIntoFirstChild(IReadOnlyList<Chunk> chunks)
    {
        var folded = new List<Chunk>();
        foreach (var chunk in chunks.Reverse())
        {
            if (chunk.IsEmpty && folded.Count > 0 && CommonAbove(chunk, folded[^1]).Count == chunk.Above.Count
                && chunk.Length + folded[^1].Length <= Passage.MaxLength)
            {
                folded[^1] = folded[^1] with { Pieces = [.. chunk.Pieces, .. folded[^1].Pieces] };
            }
            else
            {
                folded.Add(chunk);
            }
        }

        folded.Reverse();
        return folded;
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
        chunk.IsEmpty || (chunk.Length < Short && chunk.Length + neighbour.Length <= MaxJoined);

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
        if (first.Place != second.Place)
        {
            return null;
        }

        var isContinued = second.IsEmpty && common.Count == second.Above.Count;
        var both = isContinued ? first with { Pieces = [.. first.Pieces, .. second.Pieces] } : first with
        {
            Above = common,
            Pieces = [.. Headings(first, common.Count), .. first.Pieces, .. Headings(second, common.Count), .. second.Pieces],
            IsContents = first.IsContents || second.IsContents,
        };
        var isMixed = first.IsContents != second.IsContents && !first.IsEmpty && !second.IsEmpty;
        return isMixed || both.Length > Passage.MaxLength ? null : both;
    }

    /// <summary>Only the heading that the chunk begins with is a place of it; those above were passed before.</summary>
    private static IEnumerable<Piece> Headings(Chunk chunk, int from) => chunk.Above.Skip(from)
        .Select(heading => new Piece(PassagePartKind.Heading, heading.Text, ReferenceEquals(heading, chunk.Heading) ? heading.Place : default));
}
