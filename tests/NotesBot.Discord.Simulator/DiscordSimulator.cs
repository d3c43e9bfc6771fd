using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NotesBot.Discord.Simulator.Gateway;
using NotesBot.Discord.Simulator.Http;
using NotesBot.Discord.Simulator.Rest;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator;

/// <summary>A stand-in for Discord on loopback: REST, gateway, and the people who use the bot. It refuses what Discord refuses and
/// lists every rule that was broken. Safe to use from many threads.</summary>
public sealed class DiscordSimulator : IAsyncDisposable
{
    private readonly World _world;
    private readonly WebApplication _app;
    private readonly GatewayServer _gateway;
    private readonly InteractionBook _book;
    private readonly CommandRoutes _commands;
    private readonly EndpointResponses _responses;
    private readonly RestServer _rest;

    private DiscordSimulator(World world)
    {
        _world = world;
        var messages = new MessageFactory(world);
        _book = new InteractionBook(world);
        _gateway = new GatewayServer(world, Faults, messages);
        _commands = new CommandRoutes(world);
        var identity = new IdentityRoutes(world, _gateway, messages);
        var callbacks = new CallbackRoutes(world, _book, messages);
        var webhooks = new WebhookRoutes(world, _book, messages);
        _responses = new EndpointResponses(world, callbacks);
        _rest = new RestServer(world, Faults, [.. identity.Routes, .. _commands.Routes, .. callbacks.Routes, .. webhooks.Routes]);
        Gateway = new GatewayControl(_gateway);
        _app = Build(world.Options.Port);
    }

    /// <summary>What goes wrong.</summary>
    public Faults Faults { get; } = new();

    /// <summary>The gateway.</summary>
    public GatewayControl Gateway { get; }

    /// <summary>What the bot takes as its API base: the version is appended by it.</summary>
    public Uri ApiBaseUrl => new($"http://127.0.0.1:{_gateway.Port}/api");

    /// <summary>The token that is right.</summary>
    public string Token => _world.Options.Token;

    /// <summary>The application's id.</summary>
    public ulong ApplicationId => _world.Options.ApplicationId;

    /// <summary>Rules that were broken, in order.</summary>
    public IReadOnlyList<Violation> Violations => _world.Violations.Items;

    /// <summary>Requests that came, in order.</summary>
    public EventLog<RecordedRequest> Requests => _rest.Requests;

    /// <summary>Interactions that were sent, in order.</summary>
    public IReadOnlyList<SimulatedInteraction> Interactions => _book.All;

    /// <summary>Starts listening.</summary>
    public static async Task<DiscordSimulator> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        var simulator = new DiscordSimulator(new World(options));
        await simulator._app.StartAsync(cancellationToken);
        var addresses = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var ports = addresses.Select(address => new Uri(address).Port).ToList();
        simulator._gateway.Port = ports[0];
        simulator._gateway.ResumePort = ports[1];
        simulator._gateway.DeadPort = FreePort();
        return simulator;
    }

    /// <summary>The commands that are registered globally, or in a server.</summary>
    public IReadOnlyList<JsonNode> Commands(ulong? guildId = null) => _commands.Registered(guildId);

    /// <summary>How many new commands were made in the last 24 hours, globally or in a server.</summary>
    public int CommandCreates(ulong? guildId = null) => _commands.CreatesToday(guildId);

    /// <summary>Somebody sends a slash command.</summary>
    public Task<SimulatedInteraction> CommandAsync(Scene scene, string name, IReadOnlyList<OptionValue> options,
        CancellationToken cancellationToken) =>
        SendAsync(Create(InteractionKind.Command, InteractionData.Command(CommandId(scene, 1, name), name, options), scene),
            cancellationToken);

    /// <summary>Somebody is typing: suggestions for the option that is focused.</summary>
    public Task<SimulatedInteraction> AutocompleteAsync(Scene scene, string name, IReadOnlyList<OptionValue> options,
        CancellationToken cancellationToken) =>
        SendAsync(Create(InteractionKind.Autocomplete, InteractionData.Command(CommandId(scene, 1, name), name, options), scene),
            cancellationToken);

    /// <summary>Somebody uses a command on a message; <paramref name="target"/> is the message object.</summary>
    public Task<SimulatedInteraction> MessageCommandAsync(Scene scene, string name, JsonObject target,
        CancellationToken cancellationToken) =>
        SendAsync(Create(InteractionKind.Command, InteractionData.MessageCommand(CommandId(scene, 3, name), name, target), scene),
            cancellationToken);

    /// <summary>Somebody presses the button with this label or custom id.</summary>
    public Task<SimulatedInteraction> PressAsync(Scene scene, SimulatedMessage message, string labelOrId,
        CancellationToken cancellationToken) =>
        UseAsync(scene, message, Control(message, labelOrId), [], cancellationToken);

    /// <summary>Somebody chooses values in the first select of the message.</summary>
    public Task<SimulatedInteraction> ChooseAsync(Scene scene, SimulatedMessage message, IReadOnlyList<string> values,
        CancellationToken cancellationToken) =>
        UseAsync(scene, message, message.Controls.First(control => JsonText.Number(control, "type") == 3), values, cancellationToken);

    /// <summary>Somebody fills in the modal that answered <paramref name="asked"/>, and sends it; <paramref name="answers"/> by custom
    /// id.</summary>
    public async Task<SimulatedInteraction> SubmitAsync(
        Scene scene, SimulatedInteraction asked, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var callback = await asked.CallbackAsync(cancellationToken);
        var data = InteractionData.Modal(callback.Body.GetProperty("data"), answers);
        return await SendAsync(_book.Create(InteractionKind.Modal, data, scene, asked.Source), cancellationToken);
    }

    /// <summary>Makes an interaction of any kind and data without sending it: for forged ones, and for HTTP.</summary>
    public SimulatedInteraction Create(InteractionKind kind, JsonObject? data, Scene scene, SimulatedMessage? source = null) =>
        _book.Create(kind, data, scene, source);

    /// <summary>Sends an interaction over the gateway, to the shard of its server. While no session is there, it is lost.</summary>
    public async Task<SimulatedInteraction> SendAsync(SimulatedInteraction interaction, CancellationToken cancellationToken)
    {
        var guild = interaction.Scene.GuildId ?? 0;
        var session = _gateway.Sessions.LastOrDefault(session => session.Shard == (int)((guild >> 22) % (ulong)session.ShardCount));
        if (session is not null)
        {
            interaction.WasDispatched = true;
            await session.DispatchAsync("INTERACTION_CREATE", interaction.Payload.DeepClone(), cancellationToken);
        }

        return interaction;
    }

    /// <summary>Writes down that an interaction got no answer; by HTTP that was seen already.</summary>
    internal void Miss(SimulatedInteraction interaction)
    {
        if (!interaction.IsByHttp)
        {
            Report(new Rule("IN-01", "RR"), "No first response within 3 s.", $"interaction of type {(int)interaction.Kind}");
        }
    }

    internal void Report(Rule rule, string sentence, string request) => _world.Violate(rule, sentence, request);

    internal void TakeResponse(SimulatedInteraction interaction, EndpointReply reply) => _responses.Take(interaction, reply);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Gateway.Cut();
        using var quick = new CancellationTokenSource();
        await quick.CancelAsync();
        await _app.StopAsync(quick.Token);
        await _app.DisposeAsync();
        _gateway.Dispose();
    }

    private Task<SimulatedInteraction> UseAsync(
        Scene scene, SimulatedMessage message, JsonElement control, IReadOnlyList<string> values, CancellationToken cancellationToken) =>
        SendAsync(Create(InteractionKind.Component, InteractionData.Component(control, values), scene, message), cancellationToken);

    private static JsonElement Control(SimulatedMessage message, string labelOrId)
    {
        var found = message.Controls.FirstOrDefault(control => JsonText.Of(control, "label") == labelOrId
            || JsonText.Of(control, "custom_id") == labelOrId);
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new ArgumentException($"The message has no button \"{labelOrId}\".", nameof(labelOrId));
    }

    private string CommandId(Scene scene, int type, string name)
    {
        var registered = Commands().Concat(scene.GuildId is { } guild ? Commands(guild) : []);
        var found = registered.FirstOrDefault(command => command["name"]!.GetValue<string>() == name
            && command["type"]!.GetValue<int>() == type);
        return found?["id"]!.GetValue<string>() ?? "1";
    }

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(context => context.WebSockets.IsWebSocketRequest ? _gateway.HandleAsync(context) : _rest.HandleAsync(context));
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
