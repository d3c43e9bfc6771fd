using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NotesBot.Discord.Gateway;

/// <summary>
/// How often a new session may begin: each identify of a shard doubles the pause before its next, from 5 s to 10 minutes, whatever else
/// happens; a quarter of an hour without one takes a step back. Kept in a file, so that a supervisor that restarts a crashing process
/// does not use up the day's 1,000 identifies, after which Discord resets the token. Safe from many threads.
/// </summary>
internal sealed class IdentifyBudget
{
    /// <summary>Name of the file in the state folder.</summary>
    public const string FileName = "discord-identify.json";

    private const double ShardsWithinADay = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(600);
    private static readonly TimeSpan StepBack = TimeSpan.FromMinutes(15);
    private readonly TimeProvider _time;
    private readonly ILogger<IdentifyBudget> _logger;
    private readonly string? _path;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, IdentifyRecord> _shards;

    /// <summary>Reads what the last process left.</summary>
    public IdentifyBudget(TimeProvider time, IOptions<DiscordOptions> options, ILogger<IdentifyBudget> logger)
    {
        _time = time;
        _logger = logger;
        _path = options.Value.StateFolder is { } folder ? Path.Combine(folder, FileName) : null;
        _shards = Load();
    }

    /// <summary>How long a shard must wait before it may identify; zero when it may now.</summary>
    public TimeSpan WaitOf(ShardId shard)
    {
        lock (_gate)
        {
            if (!_shards.TryGetValue(shard.Index, out var last))
            {
                return TimeSpan.Zero;
            }

            // A clock that was set back since must not keep us waiting longer than the pause itself.
            var pause = PauseAfter(StepOf(last), shard.Count);
            var wait = last.At + pause - _time.GetUtcNow();
            return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < pause ? wait : pause;
        }
    }

    /// <summary>A shard identifies now.</summary>
    public void Spend(ShardId shard)
    {
        lock (_gate)
        {
            var step = _shards.TryGetValue(shard.Index, out var last) ? StepOf(last) : 0;
            _shards[shard.Index] = new IdentifyRecord(step + 1, _time.GetUtcNow());
            Save();
        }
    }

    private int StepOf(IdentifyRecord last)
    {
        var back = (_time.GetUtcNow() - last.At) / StepBack;
        return Math.Max(0, last.Step - (int)Math.Clamp(back, 0, 1_000));
    }

    private static TimeSpan PauseAfter(int step, int shardCount)
    {
        if (step <= 0)
        {
            return TimeSpan.Zero;
        }

        var pause = DiscordLimits.IdentifySpacing * Math.Pow(2, Math.Min(step - 1, 20));
        var longest = Longest * Math.Max(1, shardCount / ShardsWithinADay);
        return pause < longest ? pause : longest;
    }

    private Dictionary<int, IdentifyRecord> Load()
    {
        try
        {
            var left = _path is not null && File.Exists(_path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(_path), IdentifyJson.Default.DictionaryInt32IdentifyRecord)
                : null;
            return left?.Where(entry => entry.Value is not null).ToDictionary() ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            _logger.BudgetUnreadable(e.GetType().Name);
            return [];
        }
    }

    private void Save()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            var temporary = $"{_path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(_shards, IdentifyJson.Default.DictionaryInt32IdentifyRecord));
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _logger.BudgetUnwritable(e.GetType().Name);
        }
    }
}

/// <summary>The last identify of a shard.</summary>
/// <param name="Step">How many doublings the next pause has, plus one.</param>
/// <param name="At">When it was.</param>
internal sealed record IdentifyRecord(int Step, DateTimeOffset At);

/// <summary>The file's JSON.</summary>
[JsonSerializable(typeof(Dictionary<int, IdentifyRecord>))]
internal sealed partial class IdentifyJson : JsonSerializerContext;
