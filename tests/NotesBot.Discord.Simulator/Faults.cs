using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Simulator;

/// <summary>What the resume URL is worth.</summary>
public enum ResumeUrlFault
{
    /// <summary>It works.</summary>
    None,

    /// <summary>Nothing listens there.</summary>
    Dead,

    /// <summary>It accepts and sends nothing.</summary>
    Silent,

    /// <summary>It hangs up, whenever READY named it.</summary>
    Refusing,
}

/// <summary>Everything that goes wrong, to be switched while the stand-in runs. Safe to use from many threads.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<(RestFault Fault, int Left)> _rest = [];

    /// <summary>Heartbeats get no ACK.</summary>
    public bool Zombie { get; set; }

    /// <summary>New connections get no HELLO.</summary>
    public bool NoHello { get; set; }

    /// <summary>New gateway connections are refused.</summary>
    public bool RefuseConnections { get; set; }

    /// <summary>What the URL in READY is worth; <see cref="ResumeUrlFault.Dead"/> is for the next READY, the others are at once.</summary>
    public ResumeUrlFault ResumeUrl { get; set; }

    /// <summary>Messages go out in so many continuation frames, broken inside of UTF-8 sequences too.</summary>
    public int FramesAMessage { get; set; } = 1;

    /// <summary>Every IDENTIFY is answered by this close code.</summary>
    public int? CloseOnIdentify { get; set; }

    /// <summary>Every IDENTIFY is answered by op 9 with <c>d: false</c>.</summary>
    public bool InvalidOnIdentify { get; set; }

    /// <summary>Every RESUME is answered by op 9 with this <c>d</c>.</summary>
    public bool? InvalidOnResume { get; set; }

    /// <summary>READY carries so many bytes more than it should.</summary>
    public int ReadyPadding { get; set; }

    /// <summary>Queues a misbehaviour of REST.</summary>
    public void Add(RestFault fault)
    {
        lock (_gate)
        {
            _rest.Add((fault, fault.Times));
        }
    }

    /// <summary>Ends all misbehaviour of REST.</summary>
    public void ClearRest()
    {
        lock (_gate)
        {
            _rest.Clear();
        }
    }

    /// <summary>Ends everything that was switched on.</summary>
    public void Clear()
    {
        ClearRest();
        (Zombie, NoHello, RefuseConnections) = (false, false, false);
        (ResumeUrl, FramesAMessage, ReadyPadding) = (ResumeUrlFault.None, 1, 0);
        (CloseOnIdentify, InvalidOnIdentify, InvalidOnResume) = (null, false, null);
    }

    internal RestFault? Take(string route)
    {
        lock (_gate)
        {
            var index = _rest.FindIndex(entry => entry.Fault.Route is null || entry.Fault.Route == route);
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _rest[index];
            _rest[index] = (fault, left - 1);
            if (left <= 1)
            {
                _rest.RemoveAt(index);
            }

            return fault;
        }
    }
}
