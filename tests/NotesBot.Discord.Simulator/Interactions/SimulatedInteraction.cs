using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator;

/// <summary>Kinds of interactions.</summary>
public enum InteractionKind
{
    /// <summary>The check of an HTTP endpoint.</summary>
    Ping = 1,

    /// <summary>A command.</summary>
    Command = 2,

    /// <summary>A button or select.</summary>
    Component = 3,

    /// <summary>Suggestions while typing.</summary>
    Autocomplete = 4,

    /// <summary>A form that was sent.</summary>
    Modal = 5,
}

/// <summary>Something that the bot did about an interaction.</summary>
/// <param name="Step"><c>callback</c>, <c>edit</c>, <c>follow-up</c>, <c>delete</c>.</param>
/// <param name="Type">The response type of a callback, else <see langword="null"/>.</param>
/// <param name="Body">What was sent.</param>
/// <param name="At">When it arrived.</param>
public sealed record InteractionAnswer(string Step, int? Type, JsonElement Body, DateTimeOffset At);

/// <summary>An interaction that was sent to the bot, and what came of it. Safe to read from many threads.</summary>
public sealed class SimulatedInteraction
{
    internal SimulatedInteraction(ulong id, string token, JsonObject payload)
    {
        Id = id;
        Token = token;
        Payload = payload;
    }

    /// <summary>The interaction's id.</summary>
    public ulong Id { get; }

    /// <summary>Its secret.</summary>
    public string Token { get; }

    /// <summary>The object that was sent.</summary>
    public JsonObject Payload { get; }

    /// <summary>What kind it is.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>Who sent it, and where.</summary>
    public required Scene Scene { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The message that a component or modal stands on.</summary>
    public SimulatedMessage? Source { get; init; }

    /// <summary>What the bot did, in order.</summary>
    public EventLog<InteractionAnswer> Answers { get; } = new(1000);

    /// <summary>The type of the first response, once it came.</summary>
    public int? CallbackType { get; internal set; }

    /// <summary>What <c>@original</c> is: the answer, or the message that was updated.</summary>
    public SimulatedMessage? Original { get; internal set; }

    /// <summary>Whether a session was there to take it; else it is lost, as while the bot is away.</summary>
    public bool WasDispatched { get; internal set; }

    /// <summary>Messages after the first.</summary>
    public IReadOnlyList<SimulatedMessage> FollowUps
    {
        get
        {
            lock (Gate)
            {
                return [.. FollowUpList];
            }
        }
    }

    /// <summary>Sent to an HTTP endpoint: the response belongs in the body.</summary>
    internal bool IsByHttp { get; set; }

    /// <summary>When something came that belongs after the response of an HTTP endpoint, before that was read.</summary>
    internal DateTimeOffset? FollowedEarlyAt { get; set; }

    internal Lock Gate { get; } = new();

    internal List<SimulatedMessage> FollowUpList { get; } = [];

    /// <summary>The reply to the callback got lost by a fault: a second callback is then right.</summary>
    internal bool CallbackReplyLost { get; set; }

    /// <summary>A fault left the callback unanswered and without effect: who sent it cannot know that.</summary>
    internal bool CallbackIsSwallowed { get; set; }

    internal bool IsModalOfComponent => Kind == InteractionKind.Modal && Source is not null;

    /// <summary>The first response that was accepted.</summary>
    public Task<InteractionAnswer> CallbackAsync(CancellationToken cancellationToken) =>
        Answers.FirstAsync(answer => answer.Step == "callback", cancellationToken);

    /// <summary>The answer once it shows something: after a response of type 4 or 7, or after the edit that follows a deferral.</summary>
    public async Task<SimulatedMessage> MessageAsync(CancellationToken cancellationToken)
    {
        var callback = await CallbackAsync(cancellationToken);
        if (callback.Type is 5 or 6)
        {
            await Answers.FirstAsync(answer => answer.Step is "edit" or "follow-up" or "delete", cancellationToken);
        }

        return Original ?? throw new InvalidOperationException($"A response of type {callback.Type} shows no message.");
    }
}
