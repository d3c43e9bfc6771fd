using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Remembers requests, and writes them as lines of JSON when asked to.</summary>
internal sealed class RequestRecorder(World world)
{
    private readonly Lock _gate = new();

    public EventLog<RecordedRequest> Requests { get; } = new(world.Options.Keep);

    public void Add(RestCall call, RestReply? reply)
    {
        var recorded = new RecordedRequest(call.At, call.Route.Name, call.Method, call.Route.Template, call.Path)
        {
            Headers = call.Headers,
            Body = call.Body,
            Files = [.. call.Files.Select(file => $"{file.PartName}: {file.FileName}")],
            Status = reply?.Status ?? 0,
            Code = reply?.Body is JsonObject body && body["code"] is JsonValue code && code.TryGetValue<int>(out var number)
                ? number
                : null,
        };
        Requests.Add(recorded);
        if (world.Options.Record is { } writer)
        {
            Write(writer, recorded);
        }
    }

    /// <summary>One line; no tokens: the path is the route's template.</summary>
    private void Write(TextWriter writer, RecordedRequest recorded)
    {
        var line = new JsonObject
        {
            ["method"] = recorded.Method,
            ["route"] = recorded.Route,
            ["query"] = recorded.Path.Contains('?') ? recorded.Path[(recorded.Path.IndexOf('?') + 1)..] : "",
            ["contentType"] = recorded.Headers.GetValueOrDefault("Content-Type"),
            ["files"] = new JsonArray([.. recorded.Files.Select(file => (JsonNode?)file)]),
            ["body"] = recorded.Body is { } body ? JsonNode.Parse(body.GetRawText()) : null,
            ["status"] = recorded.Status,
        };
        lock (_gate)
        {
            writer.WriteLine(line.ToJsonString(JsonSerializerOptions.Default));
            writer.Flush();
        }
    }
}
