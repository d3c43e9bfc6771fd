namespace NotesBot.Search.Lexicon;

/// <summary>How many slips of the finger lie between two words: a letter too much, too few or wrong, or two swapped.</summary>
internal static class Edits
{
    private const int MaxLength = 64;

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is more.</summary>
    internal static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length > MaxLength || other.Length > MaxLength)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            if (FillRow(one, other, i, new Rows(before, last, row)) > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[other.Length], limit + 1);
    }

    private static int FillRow(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int i, Rows rows)
    {
        rows.Row[0] = i;
        var least = i;
        for (var j = 1; j <= other.Length; j++)
        {
            var cost = one[i - 1] == other[j - 1] ? 0 : 1;
            var best = Math.Min(Math.Min(rows.Row[j - 1], rows.Last[j]) + 1, rows.Last[j - 1] + cost);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
            {
                best = Math.Min(best, rows.Before[j - 2] + 1);
            }

            rows.Row[j] = best;
            least = Math.Min(least, best);
        }

        return least;
    }

    private readonly ref struct Rows(Span<int> before, Span<int> last, Span<int> row)
    {
        internal readonly Span<int> Before = before;
        internal readonly Span<int> Last = last;
        internal readonly Span<int> Row = row;
    }
}
