using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>The original response and the follow-ups of an interaction.</summary>
internal sealed class WebhookRoutes(World world, InteractionBook book, MessageFactory messages)
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const int FollowUpsOfUserInstall = 5;
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private readonly BodyGate _gate = new(world);

    public IEnumerable<Route> Routes =>
    [
        new Route("original-get", "GET", $"{Webhook}/messages/@original", Access.Path, call => With(call, Get)),
        new Route("original-patch", "PATCH", $"{Webhook}/messages/@original", Access.Path, call => With(call, Edit)),
        new Route("original-delete", "DELETE", $"{Webhook}/messages/@original", Access.Path, call => With(call, Delete)),
        new Route("message-get", "GET", $"{Webhook}/messages/{{message_id}}", Access.Path, call => With(call, Get)),
        new Route("message-patch", "PATCH", $"{Webhook}/messages/{{message_id}}", Access.Path, call => With(call, Edit)),
        new Route("message-delete", "DELETE", $"{Webhook}/messages/{{message_id}}", Access.Path, call => With(call, Delete)),
        new Route("webhook-post", "POST", Webhook, Access.Path, FollowUp),
    ];

    private RestReply With(RestCall call, Func<RestCall, SimulatedInteraction, SimulatedMessage, RestReply> act)
    {
        var (found, refusal) = CheckToken(call);
        if (found is not { } interaction)
        {
            return refusal!;
        }

        lock (interaction.Gate)
        {
            var message = call.Values.TryGetValue("message_id", out var id)
                ? interaction.FollowUpList.Append(interaction.Original)
                    .FirstOrDefault(known => known is not null && World.Text(known.Id) == id)
                : interaction.Original;
            return message is null || message.IsDeleted ? ApiErrors.UnknownMessage : act(call, interaction, message);
        }
    }

    private (SimulatedInteraction? Interaction, RestReply? Refusal) CheckToken(RestCall call)
    {
        var interaction = book.FindByToken(call.Values["webhook_token"]);
        if (interaction is null || call.Values["webhook_id"] != World.Text(world.Options.ApplicationId))
        {
            world.Violate("RE-18", "OP", "There is no such webhook.", call.Name);
            return (null, ApiErrors.UnknownWebhook);
        }

        if (call.At - interaction.SentAt > TokenLife)
        {
            world.Violate("IN-06", "RR", "The interaction's token is over 15 minutes old.", call.Name);
            return (null, ApiErrors.InvalidToken);
        }

        if (interaction is { CallbackType: null, IsByHttp: true })
        {
            // The response may have left and be under way: whether it had is judged when it is here.
            interaction.FollowedEarlyAt ??= call.At;
            return (null, ApiErrors.UnknownWebhook);
        }

        if (interaction.CallbackType is null)
        {
            if (!interaction.CallbackIsSwallowed)
            {
                world.Violate("IN-01", "RR", "The interaction has no first response yet.", call.Name);
            }

            return (null, ApiErrors.UnknownWebhook);
        }

        return (interaction, null);
    }

    private RestReply Get(RestCall call, SimulatedInteraction interaction, SimulatedMessage message) => RestReply.Ok(message.ToNode());

    private RestReply Delete(RestCall call, SimulatedInteraction interaction, SimulatedMessage message)
    {
        message.IsDeleted = true;
        interaction.Answers.Add(new InteractionAnswer("delete", null, default, call.At));
        return RestReply.NoContent;
    }

    private RestReply Edit(RestCall call, SimulatedInteraction interaction, SimulatedMessage message)
    {
        var body = call.Body!.Value;
        var refusal = _gate.Check(call, BodyKind.Edit) ?? _gate.Check(call, at =>
        {
            HouseRules.Check(body, at);
            SceneRules.CheckFiles(interaction.Scene, call.Files.Count, at);
            FileRules.Check(call, body, EditRules.FileNames(message), at);
            EditRules.Check(message, body, at);
        });
        if (refusal is not null)
        {
            return refusal;
        }

        messages.Edit(message, body, call.Files);
        interaction.Answers.Add(new InteractionAnswer("edit", null, body, call.At));
        return RestReply.Ok(message.ToNode());
    }

    private RestReply FollowUp(RestCall call)
    {
        var (found, refusal) = CheckToken(call);
        if (found is not { } interaction)
        {
            return refusal!;
        }

        lock (interaction.Gate)
        {
            return CheckFollowUp(interaction, call) ?? Post(interaction, call);
        }
    }

    private RestReply? CheckFollowUp(SimulatedInteraction interaction, RestCall call)
    {
        if (!interaction.Scene.InstalledByGuild && interaction.FollowUpList.Count >= FollowUpsOfUserInstall)
        {
            world.Violate("IN-12", "RR", "More than 5 follow-ups where only a user installed the application.", call.Name);
            return ApiErrors.TooManyFollowUps;
        }

        if (interaction.Original is { IsLoading: true })
        {
            world.Violate("IN-05", "RR", "The first follow-up after a deferral edits the loading message: use PATCH @original.", call.Name);
        }

        return _gate.Check(call, BodyKind.FollowUp) ?? _gate.Check(call, at =>
        {
            HouseRules.Check(call.Body!.Value, at);
            SceneRules.CheckFiles(interaction.Scene, call.Files.Count, at);
            FileRules.Check(call, call.Body!.Value, [], at);
        });
    }

    private RestReply Post(SimulatedInteraction interaction, RestCall call)
    {
        var body = call.Body!.Value;
        var message = interaction.Original;
        if (message is { IsLoading: true })
        {
            messages.Edit(message, body, call.Files);
        }
        else
        {
            message = messages.Create(interaction, body, call.Files, 0);
            interaction.FollowUpList.Add(message);
            book.Keep(message);
        }

        interaction.Answers.Add(new InteractionAnswer("follow-up", null, body, call.At));
        return RestReply.Ok(message.ToNode());
    }
}
