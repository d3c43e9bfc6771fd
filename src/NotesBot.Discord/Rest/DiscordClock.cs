namespace NotesBot.Discord.Rest;

/// <summary>
/// What time it is for Discord, as the dates of its answers tell: the clock of this machine may be wrong. Safe from many threads.
/// </summary>
internal sealed class DiscordClock(TimeProvider time)
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private long _offsetTicks;

    /// <summary>When this process began; by this machine's clock until Discord has answered something.</summary>
    public DateTimeOffset ProcessStart => _began + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>An answer of Discord has this date.</summary>
    public void Learn(DateTimeOffset date) => Interlocked.Exchange(ref _offsetTicks, (date - time.GetUtcNow()).Ticks);
}
