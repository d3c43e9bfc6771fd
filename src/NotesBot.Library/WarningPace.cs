namespace NotesBot.Library;

/// <summary>What goes wrong again and again (a full disk) is said at once, and then once a minute at most. For one thread.</summary>
public sealed class WarningPace(TimeProvider time)
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);
    private long? _saidAt;

    /// <summary>Whether to warn now.</summary>
    public bool IsDue()
    {
        if (_saidAt is { } at && time.GetElapsedTime(at) < QuietTime)
        {
            return false;
        }

        _saidAt = time.GetTimestamp();
        return true;
    }
}
