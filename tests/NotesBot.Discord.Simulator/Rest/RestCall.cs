using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>A request as it arrived, with its route.</summary>
internal sealed class RestCall
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required Route Route { get; init; }

    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The JSON of the body, or of the part <c>payload_json</c>.</summary>
    public JsonElement? Body { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>Why the body could not be read, as Discord would say it.</summary>
    public RestReply? Unreadable { get; init; }

    /// <summary>Set when the reply will not reach the bot: what follows from that is not the bot's fault.</summary>
    public bool ReplyWillBeLost { get; set; }

    /// <summary>Method and route, for people; without tokens.</summary>
    public string Name => $"{Method} {Route.Template}";

    public ulong Id(string name) => ulong.TryParse(Values[name], out var id) ? id : 0;

    public bool Asks(string name) => Query.TryGetValue(name, out var value) && value is "true" or "True" or "1";
}

/// <summary>A file of a multipart request.</summary>
internal sealed record UploadedFile(string PartName, string FileName, long Size, string? ContentType);
