using System.CommandLine;
using NotesBot.Discord.Simulator.Storm;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>The stand-in as a storm: <c>--storm SECONDS</c> in place of a console.</summary>
internal static class StormMode
{
    private static readonly Option<int?> Seconds = new("--storm") { Description = "Let many people ask so many seconds, and all go wrong" };
    private static readonly Option<int> Seed = new("--seed") { Description = "What the chance of a storm comes from" };

    private static readonly Option<int> Rate = new("--rate")
    {
        Description = "Interactions in a second of a storm",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<bool> Calm = new("--calm") { Description = "A storm of people alone: nothing goes wrong" };

    /// <summary>What the program takes besides.</summary>
    public static Option[] Options { get; } = [Seconds, Seed, Rate, Calm];

    /// <summary>The storm that is asked for; <see langword="null"/> for none.</summary>
    public static StormPlan? PlanOf(ParseResult parsed) => parsed.GetValue(Seconds) is { } seconds
        ? new StormPlan(TimeSpan.FromSeconds(seconds), parsed.GetValue(Seed))
        {
            Rate = parsed.GetValue(Rate),
            HasFaults = !parsed.GetValue(Calm),
        }
        : null;

    /// <summary>Waits for the bot, lets the storm go by and tells its figures. Whether all was well.</summary>
    public static async Task<bool> RunAsync(
        DiscordSimulator discord, IDelivery delivery, StormPlan plan, Screen screen, CancellationToken cancellationToken)
    {
        var waiter = new BotWaiter(discord, delivery, screen);
        await waiter.ReadyAsync(cancellationToken);
        if (waiter.IsBotMissing)
        {
            return false;
        }

        screen.Write($"A storm of {plan.Length.TotalSeconds} s, seed {plan.Seed}, {plan.Rate} interactions a second.");
        var report = await new StormRun(discord, plan, delivery).RunAsync(cancellationToken);
        screen.Write(report.ToString());
        return report.IsGood;
    }
}
