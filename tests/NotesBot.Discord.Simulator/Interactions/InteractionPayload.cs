using System.Globalization;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator;

/// <summary>The interaction object, as on the page "Receiving and responding".</summary>
internal static class InteractionPayload
{
    private const int GuildText = 0;
    private const int DirectMessage = 1;

    public static JsonObject Build(
        World world, (ulong Id, string Token, InteractionKind Kind) identity, Scene scene, JsonObject? data, SimulatedMessage? source)
    {
        var payload = new JsonObject
        {
            ["id"] = World.Text(identity.Id),
            ["application_id"] = World.Text(scene.ApplicationId ?? world.Options.ApplicationId),
            ["type"] = (int)identity.Kind,
            ["token"] = identity.Token,
            ["version"] = 1,
        };
        if (identity.Kind == InteractionKind.Ping)
        {
            return payload;
        }

        payload["data"] = data;
        AddPlace(payload, scene);
        AddPerson(payload, scene);
        payload["app_permissions"] = World.Text(scene.AppPermissions);
        payload["entitlements"] = new JsonArray();
        payload["authorizing_integration_owners"] = Owners(scene);
        payload["attachment_size_limit"] = world.Options.AttachmentSizeLimit;
        if (source is not null)
        {
            payload["message"] = source.ToNode();
        }

        return payload;
    }

    /// <summary>A user as the API gives one.</summary>
    public static JsonObject User(Person person) => new()
    {
        ["id"] = World.Text(person.Id),
        ["username"] = person.Name,
        ["discriminator"] = "0",
        ["global_name"] = person.Name,
        ["avatar"] = null,
        ["avatar_decoration_data"] = null,
        ["public_flags"] = 0,
    };

    private static void AddPlace(JsonObject payload, Scene scene)
    {
        var channel = new JsonObject { ["id"] = World.Text(scene.ChannelId), ["type"] = scene.GuildId is null ? DirectMessage : GuildText };
        payload["channel_id"] = World.Text(scene.ChannelId);
        payload["channel"] = channel;
        payload["context"] = scene.GuildId is not null ? 0 : scene.InstalledByGuild ? 1 : 2;
        if (scene.GuildId is { } guild)
        {
            channel["guild_id"] = World.Text(guild);
            channel["name"] = "notes";
            payload["guild_id"] = World.Text(guild);
            payload["guild"] = new JsonObject { ["id"] = World.Text(guild), ["locale"] = "en-US", ["features"] = new JsonArray() };
            payload["guild_locale"] = "en-US";
        }
    }

    private static void AddPerson(JsonObject payload, Scene scene)
    {
        if (scene.Person.Locale is { } locale)
        {
            payload["locale"] = locale;
        }

        if (scene.GuildId is null)
        {
            payload["user"] = User(scene.Person);
            return;
        }

        payload["member"] = new JsonObject
        {
            ["user"] = User(scene.Person),
            ["roles"] = new JsonArray(),
            ["permissions"] = World.Text(scene.Permissions),
            ["joined_at"] = "2024-01-01T00:00:00.000000+00:00",
            ["premium_since"] = null,
            ["communication_disabled_until"] = null,
            ["unusual_dm_activity_until"] = null,
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["flags"] = 0,
            ["pending"] = false,
            ["deaf"] = false,
            ["mute"] = false,
        };
    }

    private static JsonObject Owners(Scene scene)
    {
        var owners = new JsonObject();
        if (scene.InstalledByGuild)
        {
            owners["0"] = scene.GuildId?.ToString(CultureInfo.InvariantCulture) ?? "0";
        }

        if (scene.InstalledByUser is { } user)
        {
            owners["1"] = World.Text(user);
        }

        return owners;
    }
}
