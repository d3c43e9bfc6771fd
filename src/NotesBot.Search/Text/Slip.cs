namespace NotesBot.Search.Text;

/// <summary>How one word may have become another under somebody's fingers.</summary>
/// <param name="Distance">Number of slips.</param>
/// <param name="Likelihood">2 for what happens most (letters swapped, a neighbour on the keyboard), 1 for the same first letter, 0 otherwise.</param>
internal readonly record struct Slip(int Distance, int Likelihood)
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    internal static Slip Between(string typed, string meant, int limit)
    {
        var likelihood = typed[0] != meant[0] ? 0 : IsCommon(typed, meant) ? 2 : 1;
        return new Slip(new Edits(typed).To(meant, limit), likelihood);
    }

    private static bool IsCommon(string typed, string meant)
    {
        var at = typed.AsSpan().CommonPrefixLength(meant);
        if (typed.Length != meant.Length || at >= typed.Length)
        {
            return typed.Length != meant.Length && IsDoubling(typed, meant, at);
        }

        return AreNeighbours(typed[at], meant[at]) || (at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]);
    }

    /// <summary>A letter doubled that stands once, or the other way round.</summary>
    private static bool IsDoubling(string typed, string meant, int at)
    {
        var longer = typed.Length > meant.Length ? typed : meant;
        return at > 0 && at < longer.Length && longer[at] == longer[at - 1];
    }

    private static bool AreNeighbours(char one, char other) =>
        Rows.Any(row => row.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at
            && row.IndexOf(other, StringComparison.Ordinal) is >= 0 and var there && Math.Abs(at - there) == 1);
}
