using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>How long a text may be, in UTF-16 units and in UTF-8 bytes at once.</summary>
internal readonly record struct TextBudget(int Chars, int Bytes)
{
    /// <summary>No limit that any reply reaches.</summary>
    internal static TextBudget Unlimited { get; } = new(int.MaxValue / 2, int.MaxValue / 2);

    /// <summary>What a text takes.</summary>
    internal static TextBudget Of(string text) => new(text.Length, Encoding.UTF8.GetByteCount(text));

    /// <summary>What two texts take together.</summary>
    public static TextBudget operator +(TextBudget one, TextBudget other) => new(one.Chars + other.Chars, one.Bytes + other.Bytes);

    /// <summary>Whether a text of this size is within the budget.</summary>
    internal bool Holds(TextBudget size) => size.Chars <= Chars && size.Bytes <= Bytes;

    /// <summary>
    /// Shares a capacity out: who needs less than a fair share, by weight, gets all of it, and what is left over goes to the others.
    /// So what is short stays whole, and what is long pays.
    /// </summary>
    internal static IReadOnlyList<int> Share(int capacity, IReadOnlyList<(int Need, int Weight)> parts)
    {
        var shares = new int[parts.Count];
        var open = Enumerable.Range(0, parts.Count).ToList();
        while (open.Count > 0)
        {
            var (left, weights) = (capacity - shares.Sum(), open.Sum(i => parts[i].Weight));
            var content = open.Where(i => parts[i].Need <= (long)left * parts[i].Weight / weights).ToList();
            foreach (var i in content.Count > 0 ? content : open)
            {
                shares[i] = content.Count > 0 ? parts[i].Need : (int)((long)left * parts[i].Weight / weights);
            }

            open = content.Count > 0 ? [.. open.Except(content)] : [];
        }

        return shares;
    }
}
