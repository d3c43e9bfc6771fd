using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Gateway;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Who the bot is, and where its gateway is.</summary>
internal sealed class IdentityRoutes(World world, GatewayServer gateway, MessageFactory messages)
{
    public IEnumerable<Route> Routes =>
    [
        new Route("gateway", "GET", "/gateway", Access.Open, _ => RestReply.Ok(new JsonObject { ["url"] = gateway.Url })),
        new Route("gateway-bot", "GET", "/gateway/bot", Access.Bot, _ => RestReply.Ok(GatewayBot())),
        new Route("application", "GET", "/applications/@me", Access.Bot, _ => RestReply.Ok(Application())),
        new Route("user", "GET", "/users/@me", Access.Bot, _ => RestReply.Ok(User())),
    ];

    private JsonObject GatewayBot() => new()
    {
        ["url"] = gateway.Url,
        ["shards"] = world.Options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = gateway.Budget.Remaining,
            ["reset_after"] = (long)gateway.Budget.ResetAfter.TotalMilliseconds,
            ["max_concurrency"] = world.Options.MaxConcurrency,
        },
    };

    private JsonObject Application() => new()
    {
        ["id"] = World.Text(world.Options.ApplicationId),
        ["name"] = "notesbot",
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = messages.Bot(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = world.Options.PublicKey,
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = world.Options.InteractionsEndpointUrl,
        ["role_connections_verification_url"] = null,
        ["owner"] = InteractionPayload.User(world.Options.Owner),
        ["approximate_guild_count"] = world.Options.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
        ["install_params"] = InstallParams(),
        ["integration_types_config"] = IntegrationTypes(),
    };

    private JsonObject InstallParams() => new()
    {
        ["scopes"] = new JsonArray([.. world.Options.InstallScopes.Select(scope => JsonValue.Create(scope))]),
        ["permissions"] = "0",
    };

    private JsonObject IntegrationTypes()
    {
        var types = new JsonObject { ["0"] = new JsonObject { ["oauth2_install_params"] = InstallParams() } };
        if (world.Options.AllowsUserInstall)
        {
            types["1"] = new JsonObject
            {
                ["oauth2_install_params"] = new JsonObject { ["scopes"] = new JsonArray("applications.commands"), ["permissions"] = "0" },
            };
        }

        return types;
    }

    private JsonObject User()
    {
        var user = messages.Bot();
        user["flags"] = 0;
        user["mfa_enabled"] = true;
        user["locale"] = "en-US";
        user["verified"] = true;
        user["email"] = null;
        return user;
    }
}
