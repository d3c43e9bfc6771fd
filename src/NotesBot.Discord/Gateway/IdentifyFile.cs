using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Gateway;

/// <summary>The file of an <see cref="IdentifyBudget"/>: what each application that used the folder did last.</summary>
internal sealed class IdentifyFile(string? path, string application, ILogger logger)
{
    /// <summary>What the application's last process left.</summary>
    public ApplicationStarts Load() =>
        ReadAll().TryGetValue(application, out var starts) && starts?.Shards is { } shards
            ? starts with { Shards = shards.Where(shard => shard.Value is not null).ToDictionary() }
            : new ApplicationStarts(0, []);

    /// <summary>Writes the application's entry and leaves those of others.</summary>
    public void Save(ApplicationStarts starts)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var all = ReadAll();
            all[application] = starts;
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(all, IdentifyJson.Default.DictionaryStringApplicationStarts));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.BudgetUnwritable(e.GetType().Name);
        }
    }

    private Dictionary<string, ApplicationStarts?> ReadAll()
    {
        try
        {
            return path is not null && File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), IdentifyJson.Default.DictionaryStringApplicationStarts) ?? []
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            logger.BudgetUnreadable(e.GetType().Name);
            return [];
        }
    }
}

/// <summary>What an application's shards did last.</summary>
/// <param name="Deaths">Processes in a row that ended within a minute of an identify, the last included if it ended so.</param>
/// <param name="Shards">By their index.</param>
internal sealed record ApplicationStarts(int Deaths, Dictionary<int, ShardStarts> Shards);

/// <summary>The last identify of a shard.</summary>
/// <param name="Unanswered">Identifies in a row that no READY followed.</param>
/// <param name="At">When the last was.</param>
internal sealed record ShardStarts(int Unanswered, DateTimeOffset At);

/// <summary>The file's JSON.</summary>
[JsonSerializable(typeof(Dictionary<string, ApplicationStarts>))]
internal sealed partial class IdentifyJson : JsonSerializerContext;
