namespace NotesBot.Discord.Gateway;

/// <summary>
/// The interactions of the last quarter of an hour, so that each is answered once, however often it comes (after a resume, on two shards,
/// as a repeated request). Bounded; safe from many threads.
/// </summary>
internal sealed class RecentInteractions(TimeProvider time)
{
    /// <summary>After so many the older half is forgotten early.</summary>
    public const int Capacity = 100_000;

    private readonly Lock gate = new();
    private HashSet<ulong> young = [];
    private HashSet<ulong> old = [];
    private long youngSince = time.GetTimestamp();

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return young.Count + old.Count;
            }
        }
    }

    /// <summary>Remembers an interaction. Whether it was new.</summary>
    public bool TryAdd(ulong id)
    {
        lock (gate)
        {
            Age();
            return !old.Contains(id) && young.Add(id);
        }
    }

    private void Age()
    {
        var age = time.GetElapsedTime(youngSince);
        if (age < DiscordLimits.InteractionToken && young.Count < Capacity / 2)
        {
            return;
        }

        (old, young) = (age < 2 * DiscordLimits.InteractionToken ? young : [], []);
        youngSince = time.GetTimestamp();
    }
}
