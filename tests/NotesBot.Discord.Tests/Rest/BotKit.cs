using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Rest;

/// <summary>The room as a host puts it together, with a clock, chance, log and handler that a test holds.</summary>
internal sealed class BotKit : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.secret.secret";
    private readonly ServiceProvider _services;

    public BotKit(
        HttpMessageHandler? handler = null, TimeProvider? time = null, double chance = 0.5, IReadOnlyDictionary<string,
            string?>? settings = null,
        string? folder = null, IReadOnlyList<ICommand>? commands = null)
    {
        var all = new Dictionary<string, string?> { ["Discord:Token"] = Token };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            all[key] = value;
        }

        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddSingleton(time ?? Time);
        collection.AddSingleton<Random>(new FixedRandom(chance));
        collection.AddDiscord(folder);
        collection.AddSingleton<IInteractionHandler>(Handler);
        collection.AddSingleton(
            new CommandSet(commands ?? [new NamedCommand("find")], NullLogger<CommandSet>.Instance, new FixedRandom(0.5)));
        if (handler is not null)
        {
            collection.AddHttpClient(RestClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        _services = collection.BuildServiceProvider();
    }

    public ObservedTime Time { get; } = new();

    public CollectedLog Log { get; } = new();

    public CountingHandler Handler { get; } = new();

    public static CancellationToken Cancelled => TestLimit.Token;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public InteractionTarget Target(string token = "interaction-token-abcdefghijklmnopqrstuvwxyz", ulong id = 1) =>
        new(id, 2, token, Time.GetTimestamp());

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A command that nobody asks.</summary>
internal sealed class NamedCommand(string name, CommandKind kind = CommandKind.Slash, params CommandOption[] options) : ICommand
{
    public CommandDefinition Definition { get; init; } =
        new(name, new Localized(kind == CommandKind.Slash ? $"Does {name}" : "", new Dictionary<string, string>()),
            options)
        { Kind = kind };

    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) => Task.FromResult(new Reply([]));
}

/// <summary>Counts interactions; what it does with them, a test says.</summary>
internal sealed class CountingHandler : IInteractionHandler
{
    public ConcurrentQueue<ReceivedInteraction> Handled { get; } = new();

    public Func<ReceivedInteraction, CancellationToken, Task> Then { get; set; } = (_, _) => Task.CompletedTask;

    public Task HandleAsync(ReceivedInteraction interaction, CancellationToken cancellationToken)
    {
        Handled.Enqueue(interaction);
        return Then(interaction, cancellationToken);
    }

    public Task RefuseAsync(ReceivedInteraction interaction, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Every line at every level.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
    }

    private sealed class Writer(CollectedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log._lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
    }
}
