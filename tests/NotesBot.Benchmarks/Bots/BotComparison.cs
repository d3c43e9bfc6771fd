using System.Globalization;

namespace NotesBot.Benchmarks.Bots;

/// <summary>
/// Our transport, discord.js and the least program that can answer, each with the same trivial command, in turn on one machine; a table with
/// ratios. The whole bot beside them, with its commands.
/// </summary>
internal static class BotComparison
{
    private static readonly string[] Words =
        ["data drift", "canary deployment", "canry deployment", "what is concept drift", "human level performance", "zebra crossing"];

    /// <summary>Measures some rounds and prints the medians.</summary>
    /// <param name="folder">Where the programs are published: <c>ping</c>, <c>least</c>, <c>bot</c>; and <c>index</c>, the bot's, made already,
    /// so that it is not reading the notes while it is measured.</param>
    /// <param name="js">The script of discord.js.</param>
    /// <param name="rounds">How often.</param>
    public static async Task PrintAsync(string folder, string js, int rounds)
    {
        string In(params string[] parts) => Path.Combine([folder, .. parts]);
        var ping = new Question("ping", []);
        Bot[] bots =
        [
            new("ours", [In("ping", "NotesBot.Ping"), In("state")], ping) { Folder = In("state") },
            new("discord.js", ["node", js], ping),
            new("least", [In("least", "NotesBot.Least")], ping) { TakesOverload = false },
            new("the bot", [In("bot", "NotesBot"), "run", "--notes", "notes", "--index", In("index")], new Question("help", []))
            {
                Real = new Question("find", Words),
                Folder = In("index"),
            },
        ];
        Directory.CreateDirectory(In("state"));
        await using var discord = await LeanDiscord.StartAsync();
        List<IReadOnlyDictionary<string, double>[]> measured = [];
        for (var round = 0; round < rounds; round++)
        {
            var figures = new IReadOnlyDictionary<string, double>[bots.Length];
            foreach (var (bot, number) in bots.Select((bot, number) => (bot, number)))
            {
                figures[number] = await new BotMeasurement(discord, bot).RunAsync();
            }

            measured.Add(figures);
        }

        Print([.. bots.Select((_, number) => Medians([.. measured.Select(round => round[number])]))]);
    }

    private static Dictionary<string, double> Medians(IReadOnlyList<IReadOnlyDictionary<string, double>> rounds) => rounds[0].Keys
        .ToDictionary(name => name, name => rounds.Select(round => round[name]).Order().ElementAt(rounds.Count / 2));

    private static void Print(Dictionary<string, double>[] bots)
    {
        Console.WriteLine("| figure | ours | discord.js | least | the bot | ours of discord.js | ours of the least |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var name in BotMeasurement.Figures)
        {
            var values = bots.Select(figures => figures.TryGetValue(name, out var value) ? value : double.NaN).ToList();
            var cells = values.Append(values[0] / values[1]).Append(values[0] / values[2]).Select((value, column) => Cell(value, column > 3));
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(double value, bool isRatio) => double.IsNaN(value)
        ? ""
        : value.ToString(isRatio || value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
