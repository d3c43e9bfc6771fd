using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>The first response to an interaction.</summary>
internal sealed class CallbackRoutes(World world, InteractionBook book, MessageFactory messages)
{
    private const int Loading = 1 << 7;
    private static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);
    private readonly BodyGate _gate = new(world);

    public IEnumerable<Route> Routes =>
    [
        new Route("callback", "POST", "/interactions/{interaction_id}/{interaction_token}/callback", Access.Path, Answer)
        {
            Swallow = call => Find(call)?.CallbackIsSwallowed = true,
        },
    ];

    private SimulatedInteraction? Find(RestCall call) => book.Find(call.Id("interaction_id"), call.Values["interaction_token"]);

    private RestReply Answer(RestCall call)
    {
        if (Find(call) is not { } interaction)
        {
            world.Violate("IN-01", "RR", "There is no such interaction.", call.Name);
            return ApiErrors.UnknownInteraction;
        }

        if (interaction.Scene.ApplicationId is { } other && other != world.Options.ApplicationId)
        {
            world.Violate("IN-35", "RR", "The interaction is another application's.", call.Name);
            return ApiErrors.UnknownInteraction;
        }

        if (interaction.IsByHttp)
        {
            world.Violate("HE-16", "RR", "An interaction that came by HTTP is answered in the response, not by the callback route.",
                call.Name);
        }

        return Take(interaction, call);
    }

    /// <summary>Takes a response, by whatever way it came.</summary>
    public RestReply Take(SimulatedInteraction interaction, RestCall call)
    {
        if (_gate.Check(call, BodyKind.Callback) is { } refusal)
        {
            return refusal;
        }

        lock (interaction.Gate)
        {
            return CheckState(interaction, call) ?? CheckFit(interaction, call) ?? Accept(interaction, call);
        }
    }

    private RestReply? CheckState(SimulatedInteraction interaction, RestCall call)
    {
        if (interaction.CallbackType is not null)
        {
            if (!interaction.CallbackReplyLost)
            {
                world.Violate("IN-01", "OP", "The interaction was answered a second time.", call.Name);
            }

            return ApiErrors.AlreadyAcknowledged;
        }

        if (call.At - interaction.SentAt > FirstResponse)
        {
            world.Violate("IN-01", "RR", $"The first response came after {(call.At - interaction.SentAt).TotalSeconds:0.0} s.", call.Name);
            return ApiErrors.UnknownInteraction;
        }

        return null;
    }

    private RestReply? CheckFit(SimulatedInteraction interaction, RestCall call)
    {
        var body = call.Body!.Value;
        var type = JsonText.Number(body, "type") ?? 0;
        return _gate.Check(call, at =>
        {
            if (ResponseFit.Refusal(interaction, type) is { } misfit)
            {
                at.In("type").Under(misfit.Rule).Say("BASE_TYPE_CHOICES", misfit.Sentence);
            }

            SceneRules.Check(interaction.Scene, (type, JsonText.Property(body, "data") ?? default), call.Files.Count, at);
            if (JsonText.Property(body, "data") is { } data)
            {
                CheckData(interaction, call, (type, data), at.In("data"));
            }
        });
    }

    private static void CheckData(SimulatedInteraction interaction, RestCall call, (int Type, JsonElement Data) response, Spot at)
    {
        if (response.Type is 4 or 7)
        {
            var old = response.Type == 7 ? interaction.Source : null;
            HouseRules.Check(response.Data, at);
            FileRules.Check(call, response.Data, EditRules.FileNames(old), at);
            if (old is not null)
            {
                EditRules.Check(old, response.Data, at);
            }
        }
        else if (response.Type == 8)
        {
            ChoiceRules.Check(interaction, response.Data, at.In("choices"));
        }
    }

    private RestReply Accept(SimulatedInteraction interaction, RestCall call)
    {
        var body = call.Body!.Value;
        var type = JsonText.Number(body, "type")!.Value;
        interaction.CallbackType = type;
        interaction.CallbackReplyLost = call.ReplyWillBeLost;
        Show(interaction, type, call);
        interaction.Answers.Add(new InteractionAnswer("callback", type, body, call.At));
        return call.Asks("with_response") ? RestReply.Ok(Response(interaction, type)) : RestReply.NoContent;
    }

    private void Show(SimulatedInteraction interaction, int type, RestCall call)
    {
        var data = JsonText.Property(call.Body!.Value, "data");
        if (type is 4 or 5)
        {
            interaction.Original = messages.Create(interaction, type == 4
                ? data : null, call.Files, type == 5 ? Loading | EphemeralOf(data) : 0);
            book.Keep(interaction.Original);
        }
        else if (type is 6 or 7)
        {
            interaction.Original = interaction.Source;
            if (type == 7 && data is { } changes && interaction.Source is { } source)
            {
                messages.Edit(source, changes, call.Files);
            }
        }
    }

    private static int EphemeralOf(JsonElement? data) =>
        data is { } given ? (JsonText.Number(given, "flags") ?? 0) & MessageShapes.Ephemeral : 0;

    private static JsonObject Response(SimulatedInteraction interaction, int type)
    {
        var told = new JsonObject { ["id"] = World.Text(interaction.Id), ["type"] = (int)interaction.Kind };
        var response = new JsonObject { ["interaction"] = told };
        if (interaction.Original is { } message)
        {
            told["response_message_id"] = World.Text(message.Id);
            told["response_message_loading"] = message.IsLoading;
            told["response_message_ephemeral"] = message.IsEphemeral;
            response["resource"] = new JsonObject { ["type"] = type, ["message"] = message.ToNode() };
        }

        return response;
    }
}
