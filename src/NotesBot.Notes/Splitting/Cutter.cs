namespace NotesBot.Notes.Splitting;

/// <summary>Cuts the pieces of a section into chunks that passages can hold: few, of even length, and cut where it hurts least.</summary>
internal static class Cutter
{
    /// <summary>Chunks are aimed a little below the limit, so that there is a choice of places to cut.</summary>
    private const int Aim = Passage.MaxLength * 9 / 10;

    private const double UnevennessWeight = 12;

    /// <summary>The chunks, each with what it repeats from above its beginning.</summary>
    internal static IReadOnlyList<IReadOnlyList<Piece>> Cut(IReadOnlyList<Piece> pieces)
    {
        var total = pieces.Sum(piece => piece.Length);
        if (total <= Passage.MaxLength)
        {
            return [pieces];
        }

        var chunks = new List<IReadOnlyList<Piece>>();
        Piece[] all = [.. pieces];
        var starts = BestStarts(all, (double)total / Math.Ceiling((double)total / Aim));
        for (var end = all.Length; end > 0; end = starts[end])
        {
            var first = starts[end];
            chunks.Add([.. pieces[first].Context, .. all[first..end]]);
        }

        chunks.Reverse();
        return chunks;
    }

    /// <summary>For each end, where the chunk before it begins in the cheapest way to cut all that comes before.</summary>
    private static int[] BestStarts(Piece[] pieces, double ideal)
    {
        var costs = new double[pieces.Length + 1];
        var starts = new int[pieces.Length + 1];
        var lengths = pieces.Select(piece => piece.Length).ToArray();
        var contexts = pieces.Select(piece => piece.ContextLength).ToArray();
        for (var end = 1; end <= pieces.Length; end++)
        {
            costs[end] = double.PositiveInfinity;
            var length = 0;
            for (var start = end - 1; start >= 0 && (length += lengths[start]) <= Passage.MaxLength; start--)
            {
                var cost = costs[start] + CostOf(pieces[start], length, ideal);
                if (cost < costs[end] && (length + contexts[start] <= Passage.MaxLength || start == end - 1))
                {
                    (costs[end], starts[end]) = (cost, start);
                }
            }
        }

        return starts;
    }

    private static double CostOf(Piece first, int length, double ideal)
    {
        var unevenness = (length - ideal) / ideal;
        return first.CutCost + (UnevennessWeight * unevenness * unevenness);
    }
}
