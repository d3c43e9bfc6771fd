namespace NotesBot.Discord.Simulator.Storm;

/// <summary>Draws each kind once, in an order by chance, before any comes again: in a storm that is long enough none is left out.</summary>
internal sealed class Deck<T>(IReadOnlyList<T> kinds, Random random)
{
    private readonly Queue<T> _left = new();

    /// <summary>The next one.</summary>
    public T Draw()
    {
        if (_left.Count == 0)
        {
            T[] shuffled = [.. kinds];
            random.Shuffle(shuffled);
            Array.ForEach(shuffled, _left.Enqueue);
        }

        return _left.Dequeue();
    }
}
