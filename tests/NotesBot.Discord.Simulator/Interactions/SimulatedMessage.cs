using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator;

/// <summary>A message of the bot, as it is now. Safe to read from many threads.</summary>
public sealed class SimulatedMessage
{
    private JsonElement _json;

    internal SimulatedMessage(ulong id, JsonElement json, Scene scene)
    {
        Id = id;
        _json = json;
        Scene = scene;
    }

    /// <summary>The message's id.</summary>
    public ulong Id { get; }

    /// <summary>Where it was asked for, and by whom.</summary>
    public Scene Scene { get; }

    /// <summary>The message object as the API gives it.</summary>
    public JsonElement Json
    {
        get => _json;
        internal set => _json = value;
    }

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted { get; internal set; }

    /// <summary>Whether it still shows "thinking".</summary>
    public bool IsLoading => (Flags & 128) != 0;

    /// <summary>Whether only one person sees it.</summary>
    public bool IsEphemeral => (Flags & MessageShapes.Ephemeral) != 0;

    /// <summary>Whether it is made of components alone.</summary>
    public bool IsComponentsV2 => (Flags & MessageShapes.ComponentsV2) != 0;

    /// <summary>Everything that can be pressed or chosen, in reading order.</summary>
    public IReadOnlyList<JsonElement> Controls =>
        [.. ComponentTree.Of(Json).Select(node => node.Element).Where(element => JsonText.Of(element, "custom_id").Length > 0)];

    /// <summary>All text that a reader sees, top to bottom, a line each.</summary>
    public string Text => MessageText.Of(Json);

    private int Flags => JsonText.Number(Json, "flags") ?? 0;

    internal JsonNode ToNode() => JsonNode.Parse(Json.GetRawText())!;
}
