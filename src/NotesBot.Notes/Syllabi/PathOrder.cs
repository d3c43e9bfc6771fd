namespace NotesBot.Notes.Syllabi;

/// <summary>The order in which people expect names: numbers by their worth, letters whatever their case.</summary>
internal sealed class PathOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    internal static PathOrder Natural { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var one = x.AsSpan();
        var other = y.AsSpan();
        while (one.Length > 0 && other.Length > 0)
        {
            var first = Piece(one);
            var second = Piece(other);
            if (Compare(first, second) is not 0 and var order)
            {
                return order;
            }

            one = one[first.Length..];
            other = other[second.Length..];
        }

        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(x, y);
    }

    private static int Compare(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (!char.IsAsciiDigit(first[0]) || !char.IsAsciiDigit(second[0]))
        {
            return first.CompareTo(second, StringComparison.OrdinalIgnoreCase);
        }

        var one = first.TrimStart('0');
        var other = second.TrimStart('0');
        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.SequenceCompareTo(other);
    }

    /// <summary>The digits that it begins with, or the one letter.</summary>
    private static ReadOnlySpan<char> Piece(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? text : text[..Math.Max(1, digits)];
    }
}
