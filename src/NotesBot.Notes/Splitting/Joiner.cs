namespace NotesBot.Notes.Splitting;

/// <summary>
/// Joins chunks that are no places of their own: what is short with the rest of its section, and headings without a text with each other. A
/// section with a text of its own is never joined to another one, however short it is: it has a name that people ask for, and a link.
/// </summary>
internal static class Joiner
{
    /// <summary>A shorter chunk looks for a neighbour in its section.</summary>
    private const int Short = 200;

    /// <summary>A short chunk is not joined to one that it would get lost in.</summary>
    private const int MaxJoined = 800;

    /// <summary>The same pieces in the same order in fewer chunks.</summary>
    internal static IReadOnlyList<Chunk> Join(IReadOnlyList<Chunk> chunks)
    {
        var below = FoldIntoFirstChild(chunks);
        var forward = Fold(below, static (first, second) => IsSmall(first, second) && IsSameSection(first, second));
        var backward = Fold(forward, static (first, second) => IsSmall(second, first) && IsSameSection(first, second));
        return Fold(backward, static (first, second) => first.IsEmpty && second.IsEmpty);
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

    /// <summary>Whether nothing but a heading without words stands between two chunks.</summary>
    private static bool IsSameSection(Chunk first, Chunk second) =>
        !first.IsAboveTitle && second.Heading is null or { Text.Length: 0 }
        && first.Above.Count == second.Above.Count && CommonAbove(first, second).Count == first.Above.Count
        && first.Page == second.Page;

    private static List<HeadingNote> CommonAbove(Chunk first, Chunk second) =>
        [.. first.Above.Zip(second.Above).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.First)];

    private static Chunk? Both(Chunk first, Chunk second)
    {
        var isMixed = first.IsContents != second.IsContents && !first.IsEmpty && !second.IsEmpty;
        if (first.Place != second.Place || isMixed)
        {
            return null;
        }

        var both = IsSameSection(first, second) ? first with { Pieces = [.. first.Pieces, .. second.Pieces] } : Headings(first, second);
        return both.Length > Passage.MaxLength ? null : both;
    }

    /// <summary>Headings without a text below the one that they have in common; only those that the chunks begin with are places of theirs.</summary>
    private static Chunk Headings(Chunk first, Chunk second)
    {
        var common = CommonAbove(first, second);
        return first with
        {
            Above = common,
            Heading = null,
            Anchor = common.LastOrDefault(heading => heading.Anchor is not null)?.Anchor,
            Pieces = [.. Headings(first, common.Count), .. first.Pieces, .. Headings(second, common.Count), .. second.Pieces],
        };
    }

    private static IEnumerable<Piece> Headings(Chunk chunk, int from) => chunk.Above.Skip(from)
        .Select(heading => new Piece(PassagePartKind.Heading, heading.Text, ReferenceEquals(heading, chunk.Heading) ? heading.Place : default));
}
