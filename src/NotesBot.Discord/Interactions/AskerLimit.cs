namespace NotesBot.Discord.Interactions;

/// <summary>
/// How much one person may ask, so that nobody slows everybody. Remembers nobody longer than two windows. Safe from many threads.
/// </summary>
internal sealed class AskerLimit(TimeProvider time)
{
    /// <summary>Commands, presses and forms of one person within <see cref="Window"/>: more than anybody means to.</summary>
    internal const int MaxInWindow = 25;

    /// <summary>The time over which is counted.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, (long Since, int Count)> _counts = [];
    private long _sweptAt = time.GetTimestamp();

    /// <summary>How many people are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _counts.Count;
            }
        }
    }

    /// <summary>Counts one. Whether it is within the limit.</summary>
    internal bool TryTake(ulong userId)
    {
        lock (_gate)
        {
            Sweep();
            var (since, count) = _counts.TryGetValue(userId, out var known) && time.GetElapsedTime(known.Since) < Window
                ? known
                : (time.GetTimestamp(), 0);
            _counts[userId] = (since, count + 1);
            return count < MaxInWindow;
        }
    }

    private void Sweep()
    {
        if (time.GetElapsedTime(_sweptAt) < Window)
        {
            return;
        }

        _sweptAt = time.GetTimestamp();
        foreach (var (userId, _) in _counts.Where(entry => time.GetElapsedTime(entry.Value.Since) >= Window).ToList())
        {
            _counts.Remove(userId);
        }
    }
}
