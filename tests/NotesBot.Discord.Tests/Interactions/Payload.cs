using System.Text.Json.Nodes;
using NotesBot.Commands;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>Interactions as Discord sends them, after the page "Receiving and Responding".</summary>
internal static class Payload
{
    private static ulong _last = 1_174_000_000_000_000_000;

    internal static JsonObject Command(string name = "find", params (string Name, JsonNode Value)[] options) => InGuild(2, new JsonObject
    {
        ["id"] = "5",
        ["name"] = name,
        ["type"] = 1,
        ["options"] = Options(options),
    });

    internal static JsonObject Menu(JsonObject? message) => InGuild(2, new JsonObject
    {
        ["id"] = "6",
        ["name"] = "Find in notes",
        ["type"] = 3,
        ["target_id"] = "9",
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["9"] = message } },
    });

    internal static JsonObject Typing(string? focused, params (string Name, JsonNode Value)[] options)
    {
        var payload = Command("find", options);
        payload["type"] = 4;
        foreach (var option in payload["data"]!["options"]!.AsArray().Where(option => option!["name"]!.GetValue<string>() == focused))
        {
            option!["focused"] = true;
        }

        return payload;
    }

    internal static JsonObject Button(ActionKind kind = ActionKind.FindPage, ulong askedBy = Scene.Anna, int flags = 1 << 15) =>
        Press(ActionStateCodec.Encode(new ActionState(kind) { Page = 1 }), askedBy, flags);

    internal static JsonObject Press(string customId, ulong askedBy = Scene.Anna, int flags = 1 << 15)
    {
        var payload = InGuild(3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 });
        payload["message"] = Message(askedBy, flags);
        return payload;
    }

    internal static JsonObject Form(JsonArray components, bool hasMessage = true)
    {
        var data = new JsonObject
        {
            ["custom_id"] = ActionStateCodec.Encode(new ActionState(ActionKind.AskAgain)),
            ["components"] = components
        };
        var payload = InGuild(5, data);
        if (hasMessage)
        {
            payload["message"] = Message(Scene.Anna, 1 << 15);
        }

        return payload;
    }

    internal static JsonObject By(this JsonObject payload, ulong user)
    {
        payload["member"]!["user"]!["id"] = $"{user}";
        return payload;
    }

    internal static JsonObject With(this JsonObject payload, string name, JsonNode? value)
    {
        payload[name] = value;
        return payload;
    }

    /// <summary>The same in a direct message: a user and no member.</summary>
    internal static JsonObject InDirectMessage(this JsonObject payload)
    {
        var user = payload["member"]!["user"]!.DeepClone();
        payload.Remove("member");
        payload.Remove("guild_id");
        payload["user"] = user;
        payload["context"] = 1;
        return payload;
    }

    /// <summary>The same where the bot is there for one person alone, who may do this much.</summary>
    internal static JsonObject ByUserInstall(this JsonObject payload, ulong permissions)
    {
        payload["authorizing_integration_owners"] = new JsonObject { ["1"] = $"{Scene.Anna}" };
        payload["member"]!["permissions"] = $"{permissions}";
        return payload;
    }

    private static JsonObject InGuild(int type, JsonObject data) => new()
    {
        ["id"] = $"{Interlocked.Increment(ref _last)}",
        ["application_id"] = $"{Scene.Application}",
        ["type"] = type,
        ["token"] = "interaction-token",
        ["version"] = 1,
        ["guild_id"] = "300",
        ["channel_id"] = "301",
        ["locale"] = "en-US",
        ["app_permissions"] = "0",
        ["member"] = new JsonObject
        {
            ["permissions"] = $"{1UL << 11 | 1UL << 50}",
            ["user"] = new JsonObject { ["id"] = $"{Scene.Anna}", ["username"] = "anna" }
        },
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = "300" },
        ["context"] = 0,
        ["data"] = data,
    };

    private static JsonObject Message(ulong askedBy, int flags) => new()
    {
        ["id"] = "9",
        ["flags"] = flags,
        ["interaction_metadata"] = new JsonObject { ["user"] = new JsonObject { ["id"] = $"{askedBy}" } },
    };

    private static JsonArray Options((string Name, JsonNode Value)[] options) =>
        [.. options.Select(option => new JsonObject { ["name"] = option.Name,
            ["type"] = option.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 4 : 3, ["value"] = option.Value })];
}
