using System.Globalization;

namespace NotesBot.Benchmarks.Bots;

/// <summary>Our bot, discord.js and the least program that can answer, in turn on one machine; a table with ratios.</summary>
internal static class BotComparison
{
    private static readonly string[] Words =
        ["data drift", "canary deployment", "canry deployment", "what is concept drift", "human level performance", "zebra crossing"];

    /// <summary>Measures some rounds and prints the medians.</summary>
    /// <param name="ours">The published bot.</param>
    /// <param name="index">Its index of the notes, made already, so that it is not reading them while it is measured.</param>
    /// <param name="least">The published least program.</param>
    /// <param name="js">The script of discord.js.</param>
    /// <param name="rounds">How often.</param>
    public static async Task PrintAsync(string ours, string index, string least, string js, int rounds)
    {
        var ping = new Question("ping", []);
        Bot[] bots =
        [
            new("NotesBot", [ours, "run", "--notes", "notes", "--index", index], new Question("help", []))
            {
                Real = new Question("find", Words),
                Folder = index,
            },
            new("discord.js", ["node", js], ping),
            new("least", [least], ping),
        ];
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
        Console.WriteLine("| figure | NotesBot | discord.js | least | of discord.js | of the least |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var name in BotMeasurement.Figures)
        {
            var values = bots.Select(figures => figures.TryGetValue(name, out var value) ? value : double.NaN).ToList();
            var cells = values.Append(values[0] / values[1]).Append(values[0] / values[2]).Select((value, column) => Cell(value, column > 2));
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(double value, bool isRatio) => double.IsNaN(value)
        ? ""
        : value.ToString(isRatio || value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
