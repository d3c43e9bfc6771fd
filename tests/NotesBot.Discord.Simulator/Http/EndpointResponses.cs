using System.Text.Json;
using NotesBot.Discord.Simulator.Rest;
using Route = NotesBot.Discord.Simulator.Rest.Route;

namespace NotesBot.Discord.Simulator.Http;

/// <summary>Takes what an endpoint answered for the first response.</summary>
internal sealed class EndpointResponses(World world, CallbackRoutes callbacks)
{
    private static readonly Route Response = new("http-response", "RESPONSE", "of the endpoint", Access.Path, _ => ApiErrors.NotFound);

    // How long a response is on its way, at most, when it has left: by a proxy, on a machine that is busy.
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(1);

    public void Take(SimulatedInteraction interaction, EndpointReply reply)
    {
        if (world.Now - interaction.FollowedEarlyAt > LongestWay)
        {
            world.Violate("HE-15", "RR", "A request that follows the first response came long before it.", Response.Method);
        }

        switch (reply)
        {
            case { Status: 200, ContentType: "application/json" } when Parse(reply.Body) is { } body:
                callbacks.Take(interaction, Call(body));
                break;
            case { Status: 202, Body: "" }:
                interaction.IsByHttp = false;
                break;
            case { Status: 0 }:
                world.Violate("IN-01", "RR", "No first response within 3 s.", Response.Method);
                break;
            default:
                world.Violate("HE-14", "RR", $"An interaction was answered with {reply.Status} {reply.ContentType}.", Response.Method);
                break;
        }
    }

    private RestCall Call(JsonElement body) => new()
    {
        Method = Response.Method,
        Path = "",
        Route = Response,
        Values = new Dictionary<string, string>(),
        Query = new Dictionary<string, string>(),
        Headers = new Dictionary<string, string>(),
        At = world.Now,
        Body = body,
    };

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
