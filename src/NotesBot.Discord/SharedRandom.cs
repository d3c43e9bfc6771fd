namespace NotesBot.Discord;

/// <summary>A <see cref="Random"/> for many threads; the plain one breaks when they share it.</summary>
internal sealed class SharedRandom : Random
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    protected override double Sample()
    {
        lock (gate)
        {
            return base.Sample();
        }
    }

    /// <inheritdoc/>
    public override double NextDouble() => Sample();
}
