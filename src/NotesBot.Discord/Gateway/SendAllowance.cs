using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>
/// How much may still be sent on one connection: 120 payloads in 60 s. A reserve is kept for heartbeats that are due, which are always
/// sent. Not safe from many threads.
/// </summary>
internal sealed class SendAllowance(TimeProvider time)
{
    private const int Reserve = 10;
    private readonly long _start = time.GetTimestamp();
    private readonly SlidingWindow _sent = new(DiscordLimits.GatewaySendWindow, DiscordLimits.GatewaySends);

    /// <summary>Counts a payload. Whether it may be sent.</summary>
    /// <param name="mustSend">Whether the session ends without it.</param>
    public bool TryTake(bool mustSend)
    {
        var now = time.GetElapsedTime(_start);
        if (!mustSend && _sent.Count(now) >= DiscordLimits.GatewaySends - Reserve)
        {
            return false;
        }

        _sent.Add(now);
        return true;
    }
}
