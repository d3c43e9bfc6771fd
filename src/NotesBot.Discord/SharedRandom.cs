namespace NotesBot.Discord;

/// <summary>A <see cref="Random"/> for many threads; the plain one breaks when they share it.</summary>
internal sealed class SharedRandom : Random
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    protected override double Sample()
    {
        lock (_gate)
        {
            return base.Sample();
        }
    }

    /// <inheritdoc/>
    public override double NextDouble() => Sample();
}
