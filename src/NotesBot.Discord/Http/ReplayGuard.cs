using System.Globalization;

namespace NotesBot.Discord.Http;

/// <summary>
/// Refuses old requests by comparing their timestamps with each other, not with a clock of this machine, which may be wrong. Safe from many
/// threads.
/// </summary>
internal sealed class ReplayGuard
{
    /// <summary>How far a rightly signed request may be behind the newest one (ours).</summary>
    internal const long MaxSecondsBehind = 300;

    private readonly Lock _gate = new();
    private long _newest;

    /// <summary>Judges the timestamp of a rightly signed request.</summary>
    internal TimestampVerdict Judge(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimestampVerdict.NoNumber;
        }

        lock (_gate)
        {
            _newest = Math.Max(_newest, seconds);
            return _newest - seconds > MaxSecondsBehind ? TimestampVerdict.Old : TimestampVerdict.Fresh;
        }
    }
}

/// <summary>What a timestamp says.</summary>
internal enum TimestampVerdict
{
    /// <summary>Of now, as far as other requests tell.</summary>
    Fresh,

    /// <summary>Too far behind others.</summary>
    Old,

    /// <summary>Not in the format that is known from practice; Discord documents none.</summary>
    NoNumber,
}
