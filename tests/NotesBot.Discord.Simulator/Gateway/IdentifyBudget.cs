namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>How often sessions may begin: so many a day, and so many in five seconds.</summary>
internal sealed class IdentifyBudget(World world)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (DateTimeOffset At, int Shard, bool Refused)> _last = [];
    private readonly DateTimeOffset _began = world.Now;
    private int _used;

    /// <summary>IDENTIFYs left today.</summary>
    public int Remaining => Math.Max(0, world.Options.SessionStartsRemaining - Volatile.Read(ref _used));

    /// <summary>Until the day begins anew.</summary>
    public TimeSpan ResetAfter
    {
        get
        {
            var left = _began + world.Options.SessionStartsResetAfter - world.Now;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Counts an IDENTIFY; false when none is left today.</summary>
    public bool Spend()
    {
        if (ResetAfter == TimeSpan.Zero || Remaining > 0)
        {
            Interlocked.Increment(ref _used);
            return true;
        }

        world.Violate("GW-03", "GW", "IDENTIFY although none is left today: Discord would reset the token.", "op 2");
        return false;
    }

    /// <summary>Whether a shard may identify now. A first try that is too early may be a program that was started again; a second is a
    /// violation.</summary>
    public bool Allows(int shard)
    {
        lock (_gate)
        {
            var bucket = shard % world.Options.MaxConcurrency;
            var tooEarly = _last.TryGetValue(bucket, out var last) && world.Now - last.At < Pace;
            if (tooEarly && last.Refused)
            {
                world.Violate("GW-26", "GW", "IDENTIFY again within 5 s of one that was refused for its pace.", "op 2");
            }
            else if (tooEarly && last.Shard != shard)
            {
                world.Violate("GW-51", "GW", $"Shards {last.Shard} and {shard} identified within 5 s of each other.", "op 2");
            }

            _last[bucket] = (world.Now, shard, tooEarly);
            return !tooEarly;
        }
    }
}
