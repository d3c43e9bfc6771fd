using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator;

/// <summary>Makes and changes messages from what was sent.</summary>
internal sealed class MessageFactory(World world)
{
    private const int Loading = 1 << 7;
    private const int FixedFlags = MessageShapes.Ephemeral | Loading;
    private const int ChatInputReply = 20;

    /// <summary>A message from a body; <paramref name="flags"/> are added to those of the body.</summary>
    public SimulatedMessage Create(SimulatedInteraction interaction, JsonElement? body, IReadOnlyList<UploadedFile> files, int flags)
    {
        var id = world.NextId();
        var message = Frame(id, interaction);
        message["flags"] = flags | (SceneRules.MakesEphemeral(interaction.Scene)
            ? MessageShapes.Ephemeral : 0) | (body is { } given ? JsonText.Number(given, "flags") ?? 0 : 0);
        foreach (var part in new[] { "content", "embeds", "components" })
        {
            if (body is { } found && JsonText.Property(found, part) is { } value)
            {
                message[part] = JsonNode.Parse(value.GetRawText());
            }
        }

        message["attachments"] = Attachments(body, files, []);
        return new SimulatedMessage(id, ToElement(message), interaction.Scene);
    }

    /// <summary>Changes a message: what the body leaves out stays.</summary>
    public void Edit(SimulatedMessage message, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        var changed = JsonNode.Parse(message.Json.GetRawText())!.AsObject();
        var old = JsonText.Number(message.Json, "flags") ?? 0;
        var asked = JsonText.Number(body, "flags") ?? (old & ~FixedFlags);
        changed["flags"] = (old & FixedFlags & ~Loading) | (old & MessageShapes.ComponentsV2) | asked;
        changed["content"] = Text(body, changed);
        foreach (var part in new[] { "embeds", "components" })
        {
            if (body.TryGetProperty(part, out var value))
            {
                changed[part] = value.ValueKind == JsonValueKind.Null ? new JsonArray() : JsonNode.Parse(value.GetRawText());
            }
        }

        var kept = changed["attachments"]!.AsArray();
        changed["attachments"] = body.TryGetProperty("attachments", out _) || files.Count > 0
            ? Attachments(body, files, kept)
            : kept.DeepClone();
        changed["edited_timestamp"] = Now();
        message.Json = ToElement(changed);
    }

    private static JsonNode Text(JsonElement body, JsonObject changed) =>
        body.TryGetProperty("content", out var content) ? JsonText.Of(content) : changed["content"]!.DeepClone();

    private JsonObject Frame(ulong id, SimulatedInteraction interaction) => new()
    {
        ["id"] = World.Text(id),
        ["type"] = interaction.Kind == InteractionKind.Command ? ChatInputReply : 0,
        ["channel_id"] = World.Text(interaction.Scene.ChannelId),
        ["author"] = Bot(),
        ["content"] = "",
        ["timestamp"] = Now(),
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["components"] = new JsonArray(),
        ["pinned"] = false,
        ["webhook_id"] = World.Text(world.Options.ApplicationId),
        ["application_id"] = World.Text(world.Options.ApplicationId),
        ["interaction_metadata"] = new JsonObject
        {
            ["id"] = World.Text(interaction.Id),
            ["type"] = (int)interaction.Kind,
            ["user"] = InteractionPayload.User(interaction.Scene.Person),
            ["authorizing_integration_owners"] = interaction.Payload["authorizing_integration_owners"]?.DeepClone(),
        },
    };

    /// <summary>The bot as a user.</summary>
    public JsonObject Bot()
    {
        var user = InteractionPayload.User(new Person(world.Options.ApplicationId, "notesbot"));
        user["bot"] = true;
        return user;
    }

    private JsonArray Attachments(JsonElement? body, IReadOnlyList<UploadedFile> files, JsonArray old)
    {
        var result = new JsonArray();
        var listed = body is { } given ? JsonText.Items(given, "attachments").ToList() : [];
        foreach (var entry in listed)
        {
            var id = IdOf(entry);
            var kept = old.FirstOrDefault(known => known!["id"]!.GetValue<string>() == id);
            if (kept is not null)
            {
                result.Add(kept.DeepClone());
            }
        }

        foreach (var file in files)
        {
            result.Add(Attachment(file, listed.Find(entry => $"files[{IdOf(entry)}]" == file.PartName)));
        }

        return result;
    }

    private JsonObject Attachment(UploadedFile file, JsonElement entry)
    {
        var id = World.Text(world.NextId());
        var place = $"{World.Text(world.Options.ApplicationId)}/{id}/{Uri.EscapeDataString(file.FileName)}";
        var url = $"https://cdn.discordapp.com/ephemeral-attachments/{place}";
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = file.FileName,
            ["size"] = file.Size,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.ContentType,
            ["description"] = JsonText.Of(entry, "description") is { Length: > 0 } text ? text : null,
        };
    }

    private string Now() => world.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", System.Globalization.CultureInfo.InvariantCulture);

    private static string IdOf(JsonElement entry) =>
        JsonText.Property(entry, "id") is { } id ? (id.ValueKind == JsonValueKind.String ? JsonText.Of(id) : id.GetRawText()) : "";

    private static JsonElement ToElement(JsonObject message)
    {
        using var document = JsonDocument.Parse(message.ToJsonString());
        return document.RootElement.Clone();
    }
}
