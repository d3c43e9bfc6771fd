namespace NotesBot.Benchmarks.Bots;

/// <summary>
/// Measures one bot: each figure by name, in ms, interactions a second or MB. Every step has an end: what takes too long is no number.
/// </summary>
internal sealed class BotMeasurement(LeanDiscord discord, Bot bot)
{
    private const string ToReady = "start to ready, ms";
    private const string ToAnswer = "start to first answer, ms";
    private const string P50 = "dispatch to callback p50, ms";
    private const string P99 = "dispatch to callback p99, ms";
    private const string MostASecond = "most interactions a second";
    private const string CpuMs = "processor time an interaction, ms";
    private const string RealP50 = "/find: dispatch to callback p50, ms";
    private const string RealP99 = "/find: dispatch to callback p99, ms";
    private const string RealMostASecond = "/find: most interactions a second";
    private const string Resume = "cut to RESUME, ms";
    private const string Recovery = "p99 three seconds after an overload, ms";
    private const int UsualRate = 100;
    private const int Crowd = 64;
    private const int Overload = 20_000;
    private const int Guesses = 8;
    private static readonly int[] GuildCounts = [0, 1_000, 10_000];
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToResume = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToDrain = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ToAnswerAll = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, double> _figures = [];

    /// <summary>The names of all figures, in their order.</summary>
    public static readonly IReadOnlyList<string> Figures =
    [
        ToReady, ToAnswer, P50, P99, MostASecond, CpuMs, RealP50, RealP99, RealMostASecond, Resume, Recovery,
        .. GuildCounts.Select(Resident), .. GuildCounts.Select(Own),
    ];

    /// <summary>Measures everything once.</summary>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync()
    {
        foreach (var guilds in GuildCounts.Reverse())
        {
            discord.Forget();
            discord.Guilds = guilds;
            await Console.Error.WriteLineAsync($"{bot.Name} with {guilds} guilds");
            using var running = RunningBot.Start(bot, discord);
            await StartAsync(running);
            await KeepAsync(bot.Trivial, UsualRate, Short / 2);
            await PauseAsync(Short / 2);
            _figures[Resident(guilds)] = running.ResidentMb;
            _figures[Own(guilds)] = running.OwnMb;
            if (guilds == 0)
            {
                await AskAsync(running);
            }
        }

        return _figures;
    }

    /// <summary>Makes it ready for <see cref="TurnAsync"/>: started, and what it runs often compiled.</summary>
    public async Task WarmAsync(RunningBot running)
    {
        await StartAsync(running);
        _ = await CrowdAsync(bot.Trivial);
        await PauseAsync(Short / 2);
    }

    /// <summary>A second of the usual rate: how long each answer took, ms, and its length.</summary>
    public Task<List<(double Ms, long Bytes)>> TurnAsync() => KeepAsync(bot.Trivial, UsualRate, TimeSpan.FromSeconds(1));

    /// <summary>The median and the 99th percentile, ms.</summary>
    public static (double P50, double P99) Percentiles(List<(double Ms, long Bytes)> answers)
    {
        var sorted = answers.Select(answer => answer.Ms).Order().ToList();
        return sorted.Count == 0 ? (double.NaN, double.NaN) : (sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);
    }

    private static string Resident(int guilds) => $"resident with {guilds} guilds, MB";

    private static string Own(int guilds) => $"of it its own with {guilds} guilds, MB";

    private async Task StartAsync(RunningBot running)
    {
        await discord.Ready.WaitAsync(ToStart, TimeProvider.System);
        _figures[ToReady] = TimeProvider.System.GetElapsedTime(running.Started).TotalMilliseconds;
        await discord.AskAsync(bot.Trivial);
        await UntilAsync(() => discord.Traffic.Count > 0, ToStart);
        _figures[ToAnswer] = TimeProvider.System.GetElapsedTime(running.Started).TotalMilliseconds;
        _ = discord.Traffic.TakeAnswers();
    }

    private async Task AskAsync(RunningBot running)
    {
        _figures[MostASecond] = await MostAsync(bot.Trivial);
        (_figures[P50], _figures[P99]) = Percentiles(await KeepAsync(bot.Trivial, UsualRate, 2 * Short));
        var before = running.ProcessorMs;
        var (_, answered) = await CrowdAsync(bot.Trivial);
        _figures[CpuMs] = (running.ProcessorMs - before) / answered;
        if (bot.Real is { } real)
        {
            _figures[RealMostASecond] = await MostAsync(real);
            (_figures[RealP50], _figures[RealP99]) = Percentiles(await KeepAsync(real, UsualRate, 2 * Short));
        }

        if (bot.TakesOverload)
        {
            await BurstAsync();
            _figures[Resume] = await discord.CutAsync(ToResume) is { } after ? after.TotalMilliseconds : double.NaN;
        }
    }

    /// <summary>
    /// The highest rate that it keeps with p99 under a second: what it does with a crowd that always asks again is the first guess, once
    /// its code is compiled for the last time.
    /// </summary>
    private async Task<double> MostAsync(Question question)
    {
        for (var warming = 0; warming < 3; warming++)
        {
            _ = await CrowdAsync(question);
        }

        var (began, answered) = await CrowdAsync(question);
        var guess = 1.1 * answered / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        for (var tries = 0; tries < Guesses; tries++)
        {
            if (await KeepsAsync(question, (int)guess))
            {
                return guess;
            }

            guess *= 0.85;
            await DrainAsync();
        }

        return double.NaN;
    }

    /// <summary>Waits until it has worked off what it was asked, as a bot that drops nothing must.</summary>
    private async Task DrainAsync()
    {
        await discord.AskAsync(bot.Trivial);
        await UntilAsync(() => discord.Traffic.Open == 0, ToDrain);
        _ = discord.Traffic.TakeAnswers();
    }

    /// <summary>Whether all is answered in time, and by the answer itself and not by a word that there is too much to do.</summary>
    private async Task<bool> KeepsAsync(Question question, int rate)
    {
        var answers = await KeepAsync(question, rate, Short);
        var p99 = Percentiles(answers).P99;
        await Console.Error.WriteLineAsync($"  {question.Name} at {rate}: {answers.Count} answered, p99 {p99:0} ms");
        var usual = answers.Count == 0 ? 0 : answers[0].Bytes;
        var refusals = question.Texts.Count > 0 ? 0 : answers.Count(answer => answer.Bytes != usual);
        return answers.Count == (int)(rate * Short.TotalSeconds) && refusals == 0 && p99 < 1_000;
    }

    /// <summary>So many at once, each of whom asks again when answered.</summary>
    private async Task<(long Began, int Answered)> CrowdAsync(Question question)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Short)
        {
            for (var free = Crowd - discord.Traffic.Open; free > 0; free--)
            {
                await discord.AskAsync(question);
            }

            await PauseAsync(TimeSpan.FromMilliseconds(1));
        }

        await UntilAsync(() => discord.Traffic.Open == 0, ToAnswerAll);
        return (began, discord.Traffic.TakeAnswers().Count);
    }

    /// <summary>A steady rate for as long as it is kept; what came back within three seconds of the last.</summary>
    private async Task<List<(double Ms, long Bytes)>> KeepAsync(Question question, int rate, TimeSpan time)
    {
        var began = TimeProvider.System.GetTimestamp();
        var total = (int)(rate * time.TotalSeconds);
        for (var sent = 0; sent < total;)
        {
            // More than a second's worth waits: it does not keep up, and would only be buried deeper.
            if (discord.Traffic.Open > Math.Max(rate, Crowd))
            {
                break;
            }

            for (var due = Math.Min(total, (int)(rate * TimeProvider.System.GetElapsedTime(began).TotalSeconds)); sent < due; sent++)
            {
                await discord.AskAsync(question);
            }

            await PauseAsync(TimeSpan.FromMilliseconds(1));
        }

        await UntilAsync(() => discord.Traffic.Open == 0, ToAnswerAll);
        return discord.Traffic.TakeAnswers();
    }

    /// <summary>Far more than it can do, at once; and whether it is itself again three seconds later.</summary>
    private async Task BurstAsync()
    {
        for (var i = 0; i < Overload; i++)
        {
            await discord.AskAsync(bot.Trivial);
        }

        await PauseAsync(TimeSpan.FromSeconds(3));
        _ = discord.Traffic.TakeAnswers();
        _figures[Recovery] = Percentiles(await KeepAsync(bot.Trivial, UsualRate, Short)).P99;
    }

    private static async Task UntilAsync(Func<bool> holds, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds() && TimeProvider.System.GetElapsedTime(began) < patience)
        {
            await PauseAsync(TimeSpan.FromMilliseconds(1));
        }
    }

    private static Task PauseAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
