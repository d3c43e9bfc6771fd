using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>
/// How often a new session may begin. Each identify that no READY follows doubles the pause before the shard's next, from 5 s to
/// 10 minutes; so does each process that ends within a minute of one without being asked to. READY, refused connections and clean stops
/// lengthen nothing. Kept in a file by application, so that a supervisor that restarts a crashing process does not use up the day's 1,000
/// identifies, after which Discord resets the token. Safe from many threads.
/// </summary>
internal sealed class IdentifyBudget : IDisposable
{
    /// <summary>Name of the file in the state folder.</summary>
    public const string FileName = "discord-identify.json";

    private const double ShardsWithinADay = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(600);

    /// <summary>Who lives so long after an identify did not die of it.</summary>
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    /// <summary>What leaves five seconds apart may arrive a little closer.</summary>
    private static readonly TimeSpan Spacing = DiscordLimits.IdentifySpacing + TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly IdentifyFile _file;
    private readonly ITimer _youth;
    private readonly Lock _gate = new();
    private readonly ApplicationStarts _before;
    private readonly Dictionary<int, ShardStarts> _shards;
    private int _deaths;

    /// <summary>Reads what the last process left.</summary>
    public IdentifyBudget(TimeProvider time, BotCredential credential, IOptions<DiscordOptions> options, ILogger<IdentifyBudget> logger)
    {
        _time = time;
        var path = options.Value.StateFolder is { } folder ? Path.Combine(folder, FileName) : null;
        _file = new IdentifyFile(path, credential.NameOf(options.Value.ApplicationId), logger);
        _before = _file.Load();
        _deaths = _before.Deaths;
        _shards = new Dictionary<int, ShardStarts>(_before.Shards);
        _youth = time.CreateTimer(_ => Survive(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private DateTimeOffset LastBefore => _before.Shards.Values.Select(shard => shard.At).DefaultIfEmpty().Max();

    /// <summary>How long a shard must wait before it may identify; zero when it may now.</summary>
    /// <param name="shard">Which.</param>
    /// <param name="spread">What must lie between two of a bot with one shard, by what is left of the day.</param>
    public TimeSpan WaitOf(ShardId shard, TimeSpan spread)
    {
        lock (_gate)
        {
            if (!_shards.TryGetValue(shard.Index, out var last))
            {
                last = new ShardStarts(0, LastBefore);
            }

            var isFirst = IsFirst(shard);
            var at = isFirst && LastBefore > last.At ? LastBefore : last.At;
            var own = PauseAfter(isFirst ? Math.Max(_before.Deaths, last.Unanswered) : last.Unanswered, shard.Count);
            var even = spread * shard.Count;
            var pause = own > even ? own : even;

            // A clock that was set back since must not keep us waiting longer than the pause itself.
            var wait = at + pause - _time.GetUtcNow();
            return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < pause ? wait : pause;
        }
    }

    /// <summary>A shard identifies now.</summary>
    public void Spend(ShardId shard)
    {
        lock (_gate)
        {
            var unanswered = _shards.TryGetValue(shard.Index, out var last) ? last.Unanswered : 0;
            var step = IsFirst(shard) ? Math.Max(_before.Deaths, unanswered) : unanswered;
            _shards[shard.Index] = new ShardStarts(step + 1, _time.GetUtcNow());
            _deaths = _before.Deaths + 1;
            Save();
        }

        _youth.Change(Youth, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Discord took a shard's identify: by now it has surely arrived, however slow the way was.</summary>
    public void Ready(ShardId shard)
    {
        lock (_gate)
        {
            _shards[shard.Index] = new ShardStarts(0, _time.GetUtcNow());
            Save();
        }
    }

    /// <summary>The process ends because it was asked to.</summary>
    public void Leave() => Survive();

    /// <inheritdoc/>
    public void Dispose() => _youth.Dispose();

    /// <summary>Whether it is a shard's first identify in this process.</summary>
    private bool IsFirst(ShardId shard) =>
        !_shards.TryGetValue(shard.Index, out var last)
        || (_before.Shards.TryGetValue(shard.Index, out var before) && ReferenceEquals(last, before));

    private void Survive()
    {
        lock (_gate)
        {
            _deaths = 0;
            Save();
        }
    }

    private void Save() => _file.Save(new ApplicationStarts(_deaths, _shards));

    private static TimeSpan PauseAfter(int step, int shardCount)
    {
        if (step <= 0)
        {
            return Spacing;
        }

        var pause = DiscordLimits.IdentifySpacing * Math.Pow(2, Math.Min(step - 1, 20));
        var longest = Longest * Math.Max(1, shardCount / ShardsWithinADay);
        return pause < Spacing ? Spacing : pause < longest ? pause : longest;
    }
}
