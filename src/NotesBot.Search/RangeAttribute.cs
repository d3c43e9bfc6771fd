namespace NotesBot.Search;

/// <summary>The range of a weight, and what it is when it does nothing.</summary>
/// <param name="least">The least that makes sense.</param>
/// <param name="most">The most that makes sense.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RangeAttribute(double least, double most) : Attribute
{
    internal double Least { get; } = least;

    internal double Most { get; } = most;

    /// <summary>The value at which the mechanism is left out. Default: 0.</summary>
    public double LeftOut { get; init; }
}
