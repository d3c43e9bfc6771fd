using NotesBot.Discord.Simulator.Console;

namespace NotesBot.Discord.Simulator.Storm;

/// <summary>Many people use a bot, in real time, while all kinds of things go wrong. The bot is connected and has registered its
/// commands.</summary>
public sealed class StormRun
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(400);
    private readonly StormLedger _ledger = new();
    private readonly DiscordSimulator _discord;
    private readonly StormPlan _plan;
    private readonly IDelivery _delivery;
    private readonly StormPeople _people;
    private readonly List<Task> _asking = [];

    /// <summary>A storm over the gateway.</summary>
    public StormRun(DiscordSimulator discord, StormPlan plan)
        : this(discord, plan, new GatewayDelivery(discord))
    {
    }

    internal StormRun(DiscordSimulator discord, StormPlan plan, IDelivery delivery)
    {
        (_discord, _plan, _delivery) = (discord, plan, delivery);
        _people = new StormPeople(discord, plan);
    }

    /// <summary>What a stand-in for storms is: it beats so often that silence is noticed, and forgets what is over.</summary>
    public static SimulatorOptions Options(SimulatorOptions options) => options with
    {
        HeartbeatInterval = TimeSpan.FromSeconds(1),
        HeartbeatTolerance = TimeSpan.FromSeconds(20),
        Keep = 2_000,
    };

    /// <summary>Runs it to its end.</summary>
    public async Task<StormReport> RunAsync(CancellationToken cancellationToken)
    {
        using var calming = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var disturbing = _plan.HasFaults ? DisturbAsync(calming.Token) : Task.CompletedTask;
        await AskAsync(cancellationToken);
        await calming.CancelAsync();
        await IgnoreCancellationAsync(disturbing);
        _discord.Faults.Clear();
        await Task.WhenAll(_asking);
        var violations = _discord.Violations.Where(violation => !_ledger.IsExcused(violation)).Select(violation => violation.ToString());
        return new StormReport(_ledger.ToString(), _ledger.Unexplained, [.. violations]);
    }

    private Task DisturbAsync(CancellationToken cancellationToken) => Task.WhenAll(
        new ConnectionFaults(_discord, _ledger, new Random(_plan.Seed)).RunAsync(cancellationToken),
        new TrafficFaults(_discord, _ledger, new Random(_plan.Seed + 1)).RunAsync(cancellationToken));

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1.0 / _plan.Rate);
        for (var due = _ledger.Now; due < _plan.Length; due += pause)
        {
            if (due > _ledger.Now)
            {
                await Task.Delay(due - _ledger.Now, TimeProvider.System, cancellationToken);
            }
            else if (_ledger.Now - due > Busy)
            {
                _ledger.NoteBusy(due);
            }

            _asking.RemoveAll(task => task.IsCompletedSuccessfully);
            _asking.Add(AskAsync(_people.Next(), cancellationToken));
        }
    }

    private async Task AskAsync(SimulatedInteraction interaction, CancellationToken cancellationToken)
    {
        var following = _ledger.FollowAsync(interaction);
        await _delivery.SendAsync(interaction, cancellationToken);
        var callback = await following;
        _people.See(callback is null ? null : interaction.Original);
        if (callback?.Type == 9)
        {
            await AskAsync(_people.FillIn(interaction, callback.Body.GetProperty("data")), cancellationToken);
        }
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
