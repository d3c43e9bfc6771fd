namespace NotesBot.Benchmarks.Bots;

/// <summary>
/// How long an answer takes, bots in turn, a second each, all of them running: what else the machine does meets them alike, so that the
/// ratios repeat where the times do not.
/// </summary>
internal static class BotTurns
{
    /// <summary>Measures and prints, for each program, the median and the 99th percentile over all turns and their ratios to the first.</summary>
    /// <param name="folder">Where each keeps what it must remember.</param>
    /// <param name="programs">Paths.</param>
    /// <param name="turns">How many for each.</param>
    public static async Task PrintAsync(string folder, IReadOnlyList<string> programs, int turns)
    {
        var ping = new Question("ping", []);
        List<(LeanDiscord Discord, RunningBot Running, BotMeasurement Measurement, List<(double Ms, long Bytes)> Answers)> bots = [];
        foreach (var (program, number) in programs.Select((program, number) => (program, number)))
        {
            var state = Path.Combine(folder, $"state{number}");
            Directory.CreateDirectory(state);
            var bot = new Bot(program, [.. program.Split(' '), state], ping) { Folder = state };
            var discord = await LeanDiscord.StartAsync();
            var running = RunningBot.Start(bot, discord);
            var measurement = new BotMeasurement(discord, bot);
            await measurement.WarmAsync(running);
            bots.Add((discord, running, measurement, []));
        }

        for (var turn = 0; turn < turns; turn++)
        {
            foreach (var bot in bots)
            {
                bot.Answers.AddRange(await bot.Measurement.TurnAsync());
            }
        }

        Console.WriteLine("| program | p50, ms | p99, ms | p50 of the first | p99 of the first |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (bot, program) in bots.Zip(programs))
        {
            var (p50, p99) = BotMeasurement.Percentiles(bot.Answers);
            var (first50, first99) = BotMeasurement.Percentiles(bots[0].Answers);
            Console.WriteLine(FormattableString.Invariant($"| {program} | {p50:0.000} | {p99:0.00} | {p50 / first50:0.00} | {p99 / first99:0.00} |"));
            bot.Running.Dispose();
            await bot.Discord.DisposeAsync();
        }
    }
}
