using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator;

/// <summary>Interactions by id and token, and messages by id; what is over its time is forgotten.</summary>
internal sealed class InteractionBook(World world)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, SimulatedInteraction> _byId = [];
    private readonly Dictionary<string, SimulatedInteraction> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, SimulatedMessage> _messages = [];
    private readonly Queue<SimulatedInteraction> _order = new();
    private readonly Queue<ulong> _messageOrder = new();

    public IReadOnlyList<SimulatedInteraction> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _order];
            }
        }
    }

    /// <summary>Makes an interaction from its kind, its data and where it happens.</summary>
    public SimulatedInteraction Create(InteractionKind kind, JsonObject? data, Scene scene, SimulatedMessage? source)
    {
        var id = world.NextId();
        var token = $"aW50ZXJhY3Rpb246{Guid.NewGuid():N}{Guid.NewGuid():N}";
        var payload = InteractionPayload.Build(world, (id, token, kind), scene, data, source);
        var interaction = new SimulatedInteraction(id, token, payload) { Kind = kind, Scene = scene, SentAt = world.Now, Source = source };
        lock (_gate)
        {
            _byId[id] = interaction;
            _byToken[token] = interaction;
            _order.Enqueue(interaction);
            if (_order.Count > world.Options.Keep)
            {
                var oldest = _order.Dequeue();
                _byId.Remove(oldest.Id);
                _byToken.Remove(oldest.Token);
            }
        }

        return interaction;
    }

    public SimulatedInteraction? Find(ulong id, string token)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id) is { } found && found.Token == token ? found : null;
        }
    }

    public SimulatedInteraction? FindByToken(string token)
    {
        lock (_gate)
        {
            return _byToken.GetValueOrDefault(token);
        }
    }

    public void Keep(SimulatedMessage message)
    {
        lock (_gate)
        {
            _messages[message.Id] = message;
            _messageOrder.Enqueue(message.Id);
            if (_messageOrder.Count > world.Options.Keep)
            {
                _messages.Remove(_messageOrder.Dequeue());
            }
        }
    }
}
