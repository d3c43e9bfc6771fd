namespace NotesBot.Discord.Gateway;

/// <summary>
/// The interactions of the last quarter of an hour, so that each is answered once, however often it comes (after a resume, on two shards,
/// as a repeated request). Bounded; safe from many threads.
/// </summary>
internal sealed class RecentInteractions(TimeProvider time)
{
    /// <summary>After so many the older half is forgotten early.</summary>
    public const int Capacity = 100_000;

    private readonly Lock _gate = new();
    private HashSet<ulong> _young = [];
    private HashSet<ulong> _old = [];
    private long _youngSince = time.GetTimestamp();

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    /// <summary>Remembers an interaction. Whether it was new.</summary>
    public bool TryAdd(ulong id)
    {
        lock (_gate)
        {
            Age();
            return !_old.Contains(id) && _young.Add(id);
        }
    }

    private void Age()
    {
        var age = time.GetElapsedTime(_youngSince);
        if (age < DiscordLimits.InteractionToken && _young.Count < Capacity / 2)
        {
            return;
        }

        (_old, _young) = (age < 2 * DiscordLimits.InteractionToken ? _young : [], []);
        _youngSince = time.GetTimestamp();
    }
}
