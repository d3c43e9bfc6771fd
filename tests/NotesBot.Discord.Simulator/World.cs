using System.Globalization;

namespace NotesBot.Discord.Simulator;

/// <summary>What all parts of the stand-in share: options, clock, violations, ids.</summary>
internal sealed class World(SimulatorOptions options)
{
    private const long DiscordEpochMs = 1_420_070_400_000;
    private long _lastId;

    public SimulatorOptions Options { get; } = options;

    public EventLog<Violation> Violations { get; } = new(options.Keep);

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>A new id whose time is now; never the same twice.</summary>
    public ulong NextId()
    {
        var now = (Now.ToUnixTimeMilliseconds() - DiscordEpochMs) << 22;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastId);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastId, next, last) != last);

        return (ulong)next;
    }

    /// <summary>Writes down that a rule was broken.</summary>
    public void Violate(string rule, string page, string sentence, string request) => Violate(new Rule(rule, page), sentence, request);

    public void Violate(Rule rule, string sentence, string request) => Violations.Add(new Violation(rule, sentence, request, Now));

    /// <summary>An id as it stands in JSON.</summary>
    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
