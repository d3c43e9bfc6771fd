using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NotesBot.Discord.Registration;

/// <summary>
/// In which single servers we registered which commands, by application: so that they can be taken away there when they are to be
/// somewhere else, and nothing else is. A file in the state folder. For one caller at a time.
/// </summary>
internal sealed class GuildMemory(IOptions<DiscordOptions> options, ILogger<GuildMemory> logger)
{
    /// <summary>Name of the file in the state folder.</summary>
    public const string FileName = "discord-servers.json";

    private readonly string? _path = options.Value.StateFolder is { } folder ? Path.Combine(folder, FileName) : null;

    /// <summary>The servers of an application, each with the commands that are ours there.</summary>
    public IReadOnlyDictionary<ulong, IReadOnlyList<RegisteredCommand>> Of(ulong applicationId) =>
        Read().TryGetValue(applicationId, out var guilds) && guilds is not null
            ? guilds.Where(guild => guild.Value is not null)
                .ToDictionary(guild => guild.Key, guild => (IReadOnlyList<RegisteredCommand>)guild.Value)
            : new Dictionary<ulong, IReadOnlyList<RegisteredCommand>>();

    /// <summary>Remembers what is registered in a server.</summary>
    public void Remember(ulong applicationId, ulong guildId, IReadOnlyList<RegisteredCommand> commands) =>
        Change(applicationId, guilds => guilds[guildId] = [.. commands]);

    /// <summary>Nothing of ours is in a server any more.</summary>
    public void Forget(ulong applicationId, ulong guildId) => Change(applicationId, guilds => guilds.Remove(guildId));

    private void Change(ulong applicationId, Action<Dictionary<ulong, List<RegisteredCommand>>> change)
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            var all = Read();
            var guilds = all.TryGetValue(applicationId, out var known) && known is not null ? known : [];
            change(guilds);
            all[applicationId] = guilds;
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllBytes(
                _path + ".tmp", JsonSerializer.SerializeToUtf8Bytes(all, MemoryJson.Default.DictionaryUInt64DictionaryUInt64ListRegisteredCommand));
            File.Move(_path + ".tmp", _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.GuildMemoryFailed(e.GetType().Name);
        }
    }

    private Dictionary<ulong, Dictionary<ulong, List<RegisteredCommand>>> Read()
    {
        try
        {
            return _path is not null && File.Exists(_path)
                ? JsonSerializer.Deserialize(
                    File.ReadAllBytes(_path), MemoryJson.Default.DictionaryUInt64DictionaryUInt64ListRegisteredCommand) ?? []
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            logger.GuildMemoryFailed(e.GetType().Name);
            return [];
        }
    }
}

/// <summary>A command of ours in one server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">1 for slash commands, 3 for message commands.</param>
internal sealed record RegisteredCommand(string Name, int Type);

/// <summary>The file's JSON.</summary>
[JsonSerializable(typeof(Dictionary<ulong, Dictionary<ulong, List<RegisteredCommand>>>))]
internal sealed partial class MemoryJson : JsonSerializerContext;
