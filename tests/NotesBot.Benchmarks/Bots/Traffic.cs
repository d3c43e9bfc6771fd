using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace NotesBot.Benchmarks.Bots;

/// <summary>A slash command that people send.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Texts">What the option <c>query</c> holds, in turn; none for a command without options.</param>
internal sealed record Question(string Name, IReadOnlyList<string> Texts);

/// <summary>Makes interactions and notes when they are answered. Safe from many threads, but for <see cref="Next"/>.</summary>
internal sealed class Traffic
{
    /// <summary>The application's id.</summary>
    public const ulong ApplicationId = 123456789012345678;

    private const int People = 100_000;
    private const long DiscordEpochMs = 1_420_070_400_000;
    private readonly ConcurrentDictionary<ulong, long> _open = new();
    private readonly ConcurrentQueue<(double Ms, long Bytes)> _answers = new();
    private long _sequence;
    private ulong _lastId;
    private int _asked;
    private int _waiting;

    /// <summary>How many wait for an answer.</summary>
    public int Open => Volatile.Read(ref _waiting);

    /// <summary>Answers since the last <see cref="TakeAnswers"/>.</summary>
    public int Count => _answers.Count;

    /// <summary>The next sequence number.</summary>
    public long NextSequence() => Interlocked.Increment(ref _sequence);

    /// <summary>The frame of a new interaction, counted as sent now.</summary>
    public byte[] Next(Question question)
    {
        var now = (ulong)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - DiscordEpochMs) << 22;
        _lastId = Math.Max(now, _lastId + 1);
        var frame = Encoding.UTF8.GetBytes(Frame(_lastId, question));
        Interlocked.Increment(ref _waiting);
        _open[_lastId] = TimeProvider.System.GetTimestamp();
        return frame;
    }

    /// <summary>A first response came.</summary>
    /// <param name="path">Its path, which holds the interaction's id.</param>
    /// <param name="bytes">Length of its body.</param>
    public void Answered(string path, long bytes)
    {
        var id = ulong.Parse(path.Split('/')[^3], CultureInfo.InvariantCulture);
        if (_open.TryRemove(id, out var sent))
        {
            Interlocked.Decrement(ref _waiting);
            _answers.Enqueue((TimeProvider.System.GetElapsedTime(sent).TotalMilliseconds, bytes));
        }
    }

    /// <summary>The answers since the last time, and nothing is waited for any more.</summary>
    public List<(double Ms, long Bytes)> TakeAnswers()
    {
        List<(double Ms, long Bytes)> taken = [];
        while (_answers.TryDequeue(out var answer))
        {
            taken.Add(answer);
        }

        _open.Clear();
        Volatile.Write(ref _waiting, 0);
        return taken;
    }

    /// <summary>Begins anew.</summary>
    public void Forget()
    {
        _ = TakeAnswers();
        _sequence = 0;
    }

    private string Frame(ulong id, Question question)
    {
        var asked = _asked++;
        var user = 80351110224670000 + (ulong)(asked % People);
        var text = question.Texts.Count == 0 ? "" : question.Texts[asked % question.Texts.Count];
        var options = question.Texts.Count == 0 ? "" : $$""","options":[{"name":"query","type":3,"value":"{{text}}"}]""";
        return $$"""
            {"op":0,"t":"INTERACTION_CREATE","s":{{NextSequence()}},"d":{"id":"{{id}}","application_id":"{{ApplicationId}}","type":2,
            "token":"aW50ZXJhY3Rpb246{{id}}","version":1,"data":{"id":"1","name":"{{question.Name}}","type":1{{options}}},
            "guild_id":"175928847299117063","guild":{"id":"175928847299117063","locale":"en-US","features":[]},"guild_locale":"en-US",
            "channel_id":"41771983423143937","channel":{"id":"41771983423143937","type":0,"guild_id":"175928847299117063","name":"notes"},
            "context":0,"locale":"en-US","app_permissions":"2251799813685247","entitlements":[],"attachment_size_limit":10485760,
            "authorizing_integration_owners":{"0":"175928847299117063"},"member":{"roles":[],"permissions":"2251799813685247",
            "joined_at":"2024-01-01T00:00:00.000000+00:00","premium_since":null,"nick":null,"avatar":null,"flags":0,"pending":false,
            "communication_disabled_until":null,"deaf":false,"mute":false,"user":{"id":"{{user}}","username":"p{{user}}","discriminator":"0",
            "global_name":"p{{user}}","avatar":null,"public_flags":0} } } }
            """;
    }
}
