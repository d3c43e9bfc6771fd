using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>What goes back.</summary>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    /// <summary>A body that is not JSON, in place of <see cref="Body"/>.</summary>
    public string? Html { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static RestReply NoContent { get; } = new(204, null);

    public static RestReply Ok(JsonNode body) => new(200, body);

    public static RestReply Error(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });
}
