using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Storm;

/// <summary>What a storm is like.</summary>
/// <param name="Length">How long people ask.</param>
/// <param name="Seed">What all chance comes from.</param>
internal sealed record StormPlan(TimeSpan Length, int Seed)
{
    /// <summary>Interactions in a second.</summary>
    public int Rate { get; init; } = 20;

    /// <summary>How many different people ask.</summary>
    public int People { get; init; } = 10_000;
}

/// <summary>What a storm did.</summary>
/// <param name="Ledger">What became of the interactions.</param>
/// <param name="Violations">Rules that the bot broke.</param>
/// <param name="Half">What the process held halfway.</param>
/// <param name="End">What it held at the end.</param>
internal sealed record StormReport(StormLedger Ledger, IReadOnlyList<string> Violations, Holdings Half, Holdings End)
{
    public override string ToString() => $"""
        {Ledger}
        violations: {Violations.Count} {string.Join("; ", Violations.Take(10))}
        halfway {Half}
        at the end {End}
        """;
}

/// <summary>What a process holds.</summary>
/// <param name="Bytes">Managed memory after a collection.</param>
/// <param name="Handles">Open handles.</param>
internal readonly record struct Holdings(long Bytes, int Handles)
{
    /// <summary>Now.</summary>
    public static Holdings Measure()
    {
        using var process = Process.GetCurrentProcess();
        return new Holdings(GC.GetTotalMemory(forceFullCollection: true), process.HandleCount);
    }
}

/// <summary>The bot's transport against the stand-in, in one process and in real time, while all kinds of things go wrong.</summary>
internal sealed class StormRun(StormPlan plan)
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AfterBusy = TimeSpan.FromSeconds(4);
    private readonly StormLedger _ledger = new();
    private readonly Random _random = new(plan.Seed);
    private readonly List<Task> _following = [];
    private volatile SimulatedMessage? _pressable;

    /// <summary>Runs it to its end.</summary>
    public async Task<StormReport> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var options = new SimulatorOptions
        {
            HeartbeatInterval = TimeSpan.FromSeconds(1),
            HeartbeatTolerance = TimeSpan.FromSeconds(20),
            Keep = 500,
        };
        await using var discord = await DiscordSimulator.StartAsync(options, cancellationToken);
        await using var services = Bot(discord, folder);
        var bot = services.GetRequiredService<ITransport>();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var calming = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = bot.RunAsync(stopping.Token);
        await discord.Gateway.ReadyAsync(cancellationToken);
        var disturbing = new StormFaults(discord, bot, _ledger, plan.Seed).RunAsync(calming.Token);
        await AskAsync(discord, plan.Length / 2, cancellationToken);
        var half = Holdings.Measure();
        await AskAsync(discord, plan.Length, cancellationToken);
        await calming.CancelAsync();
        await IgnoreCancellationAsync(disturbing);
        await Task.WhenAll(_following);
        var end = Holdings.Measure();
        await stopping.CancelAsync();
        await running;
        var violations = discord.Violations.Where(violation => !_ledger.IsExcused(violation)).Select(violation => violation.ToString());
        return new StormReport(_ledger, [.. violations], half, end);
    }

    private async Task AskAsync(DiscordSimulator discord, TimeSpan until, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1.0 / plan.Rate);
        for (var due = _ledger.Now; due < until; due += pause)
        {
            if (due > _ledger.Now)
            {
                await Task.Delay(due - _ledger.Now, TimeProvider.System, cancellationToken);
            }

            NoteLag(due);
            var interaction = await SendAsync(discord, cancellationToken);
            _following.RemoveAll(task => task.IsCompletedSuccessfully);
            _following.Add(FollowAsync(interaction));
        }
    }

    /// <summary>A machine that cannot even keep time says nothing about the bot.</summary>
    private void NoteLag(TimeSpan due)
    {
        var now = _ledger.Now;
        if (now - due > Busy)
        {
            _ledger.Excuse(due - AfterBusy, now + AfterBusy, "this machine was busy");
        }
    }

    private async Task FollowAsync(SimulatedInteraction interaction)
    {
        if (await _ledger.FollowAsync(interaction) is { IsEphemeral: false, IsDeleted: false } message)
        {
            _pressable = message;
        }
    }

    private Task<SimulatedInteraction> SendAsync(DiscordSimulator discord, CancellationToken cancellationToken)
    {
        var person = 80351110224670000 + (ulong)_random.Next(plan.People);
        var scene = Scene.InGuild(new Person(person, $"p{person}"));
        var query = _random.Next(100) switch { 0 => StormCommand.Broken, < 4 => StormCommand.Slow, var number => $"drift {number}" };
        var message = _pressable;
        return _random.Next(10) switch
        {
            < 3 => discord.AutocompleteAsync(scene, "find", [new OptionValue("query", query) { IsFocused = true }], cancellationToken),
            < 5 when message?.Controls.Count > 0 => discord.PressAsync(scene, message, StormCommand.Button, cancellationToken),
            _ => discord.CommandAsync(scene, "find", [new OptionValue("query", query)], cancellationToken),
        };
    }

    private static ServiceProvider Bot(DiscordSimulator discord, string folder)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
            ["Discord:Token"] = discord.Token,
        };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging();
        services.AddDiscord(folder);
        services.AddSingleton(new CommandSet([new StormCommand()], NullLogger<CommandSet>.Instance, new Random(1)));
        return services.BuildServiceProvider();
    }

    private static async Task IgnoreCancellationAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Ended as asked.
        }
    }
}
