using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Interactions;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>The handler between fake commands and a fake Discord, under a clock that stands still.</summary>
internal sealed class Scene : IDisposable
{
    internal const ulong Application = 100;
    internal const ulong Anna = 201;
    internal const ulong Ben = 202;

    private readonly SemaphoreSlim _timers = new(0);
    private readonly DiscordMetrics _metrics = new();

    internal Scene(
        ReplyVisibility replies = ReplyVisibility.Public, string? token = null, Func<ILogger<CommandSet>, CommandSet>? commands = null)
    {
        Time = new WatchedTime(_timers);
        Time.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000));
        var options = new DiscordOptions { Replies = replies, ApplicationId = Application, Token = token };
        var policy = new RestPolicy(new RestRetry(Time, new Random(1)), new DiscordClock(Time));
        var client = new RestClient(
            Discord, new BotCredential("token"), policy, Options.Create(options), NullLogger<RestClient>.Instance);
        Rest = new InteractionRest(client, Time, new Recorder<InteractionRest>(Log));
        Identity.Set(new ApplicationFacts(Application, null, null, new ApplicationUser(Anna), null));
        Settings = new InteractionSettings(options, Time, _metrics, new Recorder<InteractionHandler>(Log));
        var log = new Recorder<CommandSet>(Log);
        var answering = commands?.Invoke(log) ?? new CommandSet([Find, Menu, Secret], log, new Random(1));
        Handler = new InteractionHandler(new InteractionTools(answering, Rest, Identity, Settings));
    }

    internal FakeDiscord Discord { get; } = new();

    internal FakeCommand Find { get; } = new("find");

    internal FakeCommand Menu { get; } = new("Find in notes", CommandKind.Message);

    internal FakeCommand Secret { get; } = new("secret") { Definition = new("secret", new("x", new Dictionary<string, string>()), []) };

    internal WatchedTime Time { get; }

    internal InteractionRest Rest { get; }

    internal ApplicationIdentity Identity { get; } = new();

    internal InteractionSettings Settings { get; }

    internal InteractionHandler Handler { get; }

    internal List<string> Log { get; } = [];

    internal Task HandleAsync(JsonObject payload) => HandleAsync(payload.ToJsonString());

    internal Task HandleAsync(string payload) =>
        Handler.HandleAsync(new ReceivedInteraction(Encoding.UTF8.GetBytes(payload), Time.GetTimestamp(), Rest),
            TestLimit.Token);

    /// <summary>Lets time go by as soon as somebody waits for it.</summary>
    internal async Task AdvanceAsync(TimeSpan by)
    {
        await _timers.WaitAsync(TestLimit.Token);
        Time.Advance(by);
    }

    /// <summary>Waits until the log has these words.</summary>
    internal async Task UntilLoggedAsync(string words)
    {
        while (true)
        {
            lock (Log)
            {
                if (Log.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                {
                    return;
                }
            }

            TestLimit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Handles an interaction that is answered at once, and gives what was sent.</summary>
    internal async Task<Request> AnswerToAsync(JsonObject payload)
    {
        await HandleAsync(payload);
        return Assert.Single(Discord.Rest());
    }

    public void Dispose()
    {
        Discord.Dispose();
        _metrics.Dispose();
        _timers.Dispose();
    }
}

/// <summary>A clock that says when somebody begins to wait.</summary>
internal sealed class WatchedTime(SemaphoreSlim timers) : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        timers.Release();
        return timer;
    }
}

/// <summary>Takes down what is logged.</summary>
internal sealed class Recorder<T>(List<string> lines) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
        string> formatter)
    {
        lock (lines)
        {
            lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
