using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Registering commands, globally and in a server.</summary>
internal sealed class CommandRoutes(World world)
{
    private static readonly string[] GlobalOnly = ["contexts", "integration_types"];
    private const string Global = "/applications/{application_id}/commands";
    private const string OfGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CommandStore> _stores = new(StringComparer.Ordinal);
    private readonly BodyGate _gate = new(world);

    public IEnumerable<Route> Routes => new[] { Global, OfGuild }.SelectMany(scope => new[]
    {
        new Route("commands-get", "GET", scope, Access.Bot, call => With(call, List)),
        new Route("commands-put", "PUT", scope, Access.Bot, call => With(call, Replace)),
        new Route("command-post", "POST", scope, Access.Bot, call => With(call, Create)),
        new Route("command-get", "GET", scope + "/{command_id}", Access.Bot, call => With(call, One)),
        new Route("command-patch", "PATCH", scope + "/{command_id}", Access.Bot, call => With(call, Change)),
        new Route("command-delete", "DELETE", scope + "/{command_id}", Access.Bot, call => With(call, Delete)),
    });

    /// <summary>What is registered in a scope, as a copy.</summary>
    public IReadOnlyList<JsonNode> Registered(ulong? guildId)
    {
        lock (_lock)
        {
            return [.. Store(guildId).All.Select(command => command.DeepClone())];
        }
    }

    /// <summary>New names of a scope in the last 24 hours.</summary>
    public int CreatesToday(ulong? guildId)
    {
        lock (_lock)
        {
            return Store(guildId).CreatesToday;
        }
    }

    private RestReply With(RestCall call, Func<RestCall, CommandStore, RestReply> act)
    {
        if (call.Values["application_id"] != World.Text(world.Options.ApplicationId))
        {
            world.Violate("RG-25", "OP", "The application id is not that of the token.", call.Name);
            return ApiErrors.WrongApplication;
        }

        ulong? guild = call.Values.ContainsKey("guild_id") ? call.Id("guild_id") : null;
        if (guild is { } id && !world.Options.Guilds.Contains(id))
        {
            return ApiErrors.MissingAccess;
        }

        lock (_lock)
        {
            return act(call, Store(guild));
        }
    }

    private CommandStore Store(ulong? guildId)
    {
        var key = guildId is { } id ? World.Text(id) : "";
        if (!_stores.TryGetValue(key, out var store))
        {
            _stores[key] = store = new CommandStore(world, guildId);
        }

        return store;
    }

    private RestReply List(RestCall call, CommandStore store)
    {
        var shown = store.All.Select(command => (JsonNode?)CommandStore.Show(command, call.Asks("with_localizations"))).ToArray();
        return RestReply.Ok(new JsonArray(shown));
    }

    private RestReply One(RestCall call, CommandStore store) =>
        store.Find(call.Values["command_id"]) is { } found ? RestReply.Ok(CommandStore.Show(found, true)) : ApiErrors.UnknownCommand;

    private RestReply Replace(RestCall call, CommandStore store)
    {
        var list = call.Body!.Value;
        var refusal = _gate.Check(call, BodyKind.Bulk) ?? CheckScope(call, list.EnumerateArray());
        var fresh = refusal is null
            ? list.EnumerateArray().Count(command => store.Find(CommandRules.TypeOf(command), JsonText.Of(command, "name")) is null)
            : 0;
        if ((refusal ?? CheckCreates(store, fresh)) is { } stop)
        {
            return stop;
        }

        var kept = list.EnumerateArray().Select(store.Put).ToList();
        store.RemoveAllBut(kept);
        return RestReply.Ok(new JsonArray([.. kept.Select(command => (JsonNode?)CommandStore.Show(command, true))]));
    }

    private RestReply Create(RestCall call, CommandStore store)
    {
        var given = call.Body!.Value;
        var isNew = store.Find(CommandRules.TypeOf(given), JsonText.Of(given, "name")) is null;
        var refusal = _gate.Check(call, BodyKind.Command) ?? CheckScope(call, [given]) ?? CheckCreates(store, isNew ? 1 : 0);
        return refusal ?? new RestReply(isNew ? 201 : 200, CommandStore.Show(store.Put(given), true));
    }

    private RestReply Change(RestCall call, CommandStore store)
    {
        if (store.Find(call.Values["command_id"]) is not { } command)
        {
            return ApiErrors.UnknownCommand;
        }

        var refusal = _gate.Check(call, BodyKind.CommandPatch) ?? CheckScope(call, [call.Body!.Value]);
        if (refusal is null)
        {
            store.Patch(command, call.Body!.Value);
        }

        return refusal ?? RestReply.Ok(CommandStore.Show(command, true));
    }

    private RestReply Delete(RestCall call, CommandStore store)
    {
        if (store.Find(call.Values["command_id"]) is not { } command)
        {
            return ApiErrors.UnknownCommand;
        }

        store.Remove(command);
        return RestReply.NoContent;
    }

    private RestReply? CheckCreates(CommandStore store, int fresh) =>
        store.CreatesToday + fresh > world.Options.CommandCreatesADay && fresh > 0 ? ApiErrors.TooManyCreates(store.UntilNextCreate) : null;

    private RestReply? CheckScope(RestCall call, IEnumerable<JsonElement> commands) => _gate.Check(call, at =>
    {
        var isOfGuild = call.Values.ContainsKey("guild_id");
        foreach (var name in GlobalOnly)
        {
            if (isOfGuild && commands.Any(command => JsonText.Property(command, name) is not null))
            {
                at.In(name).Under("RG-19", "AC").Say("APPLICATION_COMMAND_GUILD_SCOPE", "Only global commands have this field");
            }
        }
    });
}
