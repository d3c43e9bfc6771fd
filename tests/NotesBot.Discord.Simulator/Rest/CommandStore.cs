using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>The commands of one scope: global, or a server. Not safe for many threads by itself.</summary>
internal sealed class CommandStore(World world, ulong? guildId)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly List<JsonObject> _commands = [];
    private readonly Queue<DateTimeOffset> _creates = new();

    public IReadOnlyList<JsonObject> All => _commands;

    /// <summary>How many new names came in the last 24 hours.</summary>
    public int CreatesToday
    {
        get
        {
            while (_creates.TryPeek(out var first) && first <= world.Now - Day)
            {
                _creates.Dequeue();
            }

            return _creates.Count;
        }
    }

    /// <summary>When the oldest of today's creates no longer counts.</summary>
    public TimeSpan UntilNextCreate => _creates.TryPeek(out var first) ? first + Day - world.Now : TimeSpan.Zero;

    public JsonObject? Find(string id) => _commands.Find(command => command["id"]!.GetValue<string>() == id);

    public JsonObject? Find(int type, string name) => _commands.Find(command =>
        command["type"]!.GetValue<int>() == type && command["name"]!.GetValue<string>() == name);

    /// <summary>Makes a command, or replaces that of the same type and name, which keeps its id.</summary>
    public JsonObject Put(JsonElement given)
    {
        var type = CommandRules.TypeOf(given);
        var old = Find(type, JsonText.Of(given, "name"));
        if (old is null)
        {
            _creates.Enqueue(world.Now);
        }
        else
        {
            _commands.Remove(old);
        }

        var command = Complete(given, type, old?["id"]!.GetValue<string>() ?? World.Text(world.NextId()));
        _commands.Add(command);
        return command;
    }

    /// <summary>Changes the given fields of a command.</summary>
    public void Patch(JsonObject command, JsonElement changes)
    {
        foreach (var change in changes.EnumerateObject())
        {
            command[change.Name] = JsonNode.Parse(change.Value.GetRawText());
        }

        command["version"] = World.Text(world.NextId());
    }

    public void RemoveAllBut(IReadOnlyCollection<JsonObject> kept) => _commands.RemoveAll(command => !kept.Contains(command));

    public void Remove(JsonObject command) => _commands.Remove(command);

    /// <summary>As an answer shows it: the dictionaries only on demand.</summary>
    public static JsonNode Show(JsonNode command, bool withLocalizations)
    {
        var shown = command.DeepClone();
        if (!withLocalizations)
        {
            DropLocalizations(shown);
        }

        return shown;
    }

    private static void DropLocalizations(JsonNode? node)
    {
        if (node is JsonObject thing)
        {
            thing.Remove("name_localizations");
            thing.Remove("description_localizations");
        }

        var children = node is JsonArray list ? list : (JsonArray?)node?["options"];
        foreach (var child in children ?? [])
        {
            DropLocalizations(child);
        }

        foreach (var choice in node is JsonObject ? node["choices"] as JsonArray ?? [] : [])
        {
            DropLocalizations(choice);
        }
    }

    /// <summary>Fills in what Discord fills in, and gives the locales in another order than they came.</summary>
    private JsonObject Complete(JsonElement given, int type, string id)
    {
        var command = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = World.Text(world.Options.ApplicationId),
            ["version"] = World.Text(world.NextId()),
            ["default_member_permissions"] = JsonText.Property(given, "default_member_permissions") is { } bits ? bits.ToString() : null,
            ["type"] = type,
            ["name"] = JsonText.Of(given, "name"),
            ["name_localizations"] = Reordered(given, "name_localizations"),
            ["description"] = JsonText.Of(given, "description"),
            ["description_localizations"] = Reordered(given, "description_localizations"),
            ["dm_permission"] = true,
            ["nsfw"] = JsonText.Property(given, "nsfw") is { ValueKind: JsonValueKind.True },
        };
        AddScope(command, given);
        if (JsonText.Items(given, "options").Any())
        {
            command["options"] = JsonNode.Parse(given.GetProperty("options").GetRawText());
        }

        return command;
    }

    private void AddScope(JsonObject command, JsonElement given)
    {
        if (guildId is { } guild)
        {
            command["guild_id"] = World.Text(guild);
            return;
        }

        command["contexts"] = JsonText.Property(given, "contexts") is { } contexts ? JsonNode.Parse(contexts.GetRawText()) : null;
        command["integration_types"] = JsonText.Property(given, "integration_types") is { } types
            ? JsonNode.Parse(types.GetRawText())
            : new JsonArray(0);
    }

    private static JsonObject? Reordered(JsonElement given, string name)
    {
        if (JsonText.Property(given, name) is not { ValueKind: JsonValueKind.Object } texts)
        {
            return null;
        }

        var result = new JsonObject();
        foreach (var text in texts.EnumerateObject().OrderByDescending(text => text.Name, StringComparer.Ordinal))
        {
            result[text.Name] = JsonText.Of(text.Value);
        }

        return result;
    }
}
