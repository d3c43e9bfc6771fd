using System.Globalization;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Http;

/// <summary>
/// Refuses old requests: by comparing their timestamps with each other, since the clock of this machine may be wrong, and by what was seen,
/// over a restart too. Safe from many threads.
/// </summary>
internal sealed class ReplayGuard(SeenRequests seen, DiscordClock clock)
{
    /// <summary>How far a rightly signed request may be behind the newest one, in seconds (ours).</summary>
    internal const long MaxSecondsBehind = 300;

    /// <summary>How long before this process a request may have been made, in seconds (ours).</summary>
    private const long MaxSecondsBefore = 5;

    private readonly Lock _gate = new();

    /// <summary>Judges the timestamp of a rightly signed request.</summary>
    internal TimestampVerdict Judge(string timestamp)
    {
        if (SecondsOf(timestamp) is not { } seconds)
        {
            return TimestampVerdict.NoNumber;
        }

        lock (_gate)
        {
            return seen.Newest - seconds > MaxSecondsBehind ? TimestampVerdict.Old : TimestampVerdict.Fresh;
        }
    }

    /// <summary>Remembers an interaction that is rightly signed. Whether it is new: neither seen nor made for a process before this one.</summary>
    /// <remarks>What is behind by more than a replay can be tells of a wrong clock, and is judged by <see cref="Judge"/> alone.</remarks>
    internal bool TryTake(ulong interactionId, string timestamp)
    {
        var seconds = SecondsOf(timestamp);
        var behind = clock.ProcessStart.ToUnixTimeSeconds() - seconds;
        if (behind is > MaxSecondsBefore and <= MaxSecondsBehind)
        {
            return false;
        }

        lock (_gate)
        {
            return seen.TryAdd(interactionId, seconds ?? seen.Newest);
        }
    }

    private static long? SecondsOf(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
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
