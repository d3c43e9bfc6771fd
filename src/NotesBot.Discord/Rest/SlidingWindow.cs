namespace NotesBot.Discord.Rest;

/// <summary>Counts what happened within the last stretch of time. Not safe from many threads.</summary>
/// <param name="length">The stretch.</param>
/// <param name="capacity">Where counting ends; older entries are forgotten beyond it.</param>
internal sealed class SlidingWindow(TimeSpan length, int capacity)
{
    private readonly Queue<TimeSpan> _entries = new();

    /// <summary>How much happened within the stretch before <paramref name="now"/>.</summary>
    public int Count(TimeSpan now)
    {
        while (_entries.TryPeek(out var oldest) && now - oldest >= length)
        {
            _entries.Dequeue();
        }

        return _entries.Count;
    }

    /// <summary>Something happened.</summary>
    public void Add(TimeSpan now)
    {
        _entries.Enqueue(now);
        if (_entries.Count > capacity)
        {
            _entries.Dequeue();
        }
    }

    /// <summary>How long until fewer than the capacity happened within the stretch; zero when that is so.</summary>
    public TimeSpan UntilFree(TimeSpan now) =>
        Count(now) < capacity ? TimeSpan.Zero : _entries.Peek() + length - now;
}
