using System.Text.Json;

namespace NotesBot.Crash;

/// <summary>
/// Damage to the vectors of a sentence model, and kills while they are made, over the sample notes: answers are those with all vectors or those
/// without any, and the next indexing makes whole what was hurt.
/// </summary>
internal sealed class VectorTrial(Scene scene, Random random)
{
    private const int MendEvery = 4;

    private static readonly string[] Questions =
    [
        "how do I let only a few people have the new version at first", "the world is different from when we learned it", "what is drift?",
        "keep the old one running beside the new one", "who says that the answer is right", "TFDV", "why are the numbers worse than in the laboratory",
    ];

    private readonly List<string> _faults = [];
    private int _killed;

    private static string Notes => Path.GetFullPath("notes");

    private string Whole => scene.Beside("whole");

    internal async Task<Report> RunAsync(int rounds)
    {
        await EndAsync(Start(Whole, "MiniLM", "index"));
        var (with, without) = (await AskAsync(Whole, "MiniLM"), await AskAsync(Whole, "None"));
        for (var round = 0; round < rounds; round++)
        {
            var hurt = CopyOf(Whole);
            var what = await HurtAsync(hurt, round);
            var answers = await AskAsync(hurt, "MiniLM");
            _faults.AddRange(Wrong(answers, with, without).Select(question => $"{what}: another answer to “{question}”"));
            if (round % MendEvery == 0)
            {
                await EndAsync(Start(hurt, "MiniLM", "index"));
                _faults.AddRange(Wrong(await AskAsync(hurt, "MiniLM"), with, with).Select(question => $"{what}: not mended for “{question}”"));
            }
        }

        return new Report($"vectors hurt: {rounds}, {_killed} of them by a kill while they were made", _faults);
    }

    private async Task<string> HurtAsync(string index, int round)
    {
        var file = Path.Combine(index, "vectors.bin");
        var bytes = await File.ReadAllBytesAsync(file);
        var place = random.Next(bytes.Length);
        switch (round % 4)
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes = bytes[..place];
                break;
            case 2:
                Array.Clear(bytes, place, bytes.Length - place);
                break;
            default:
                File.Delete(file);
                return await KillAsync(index);
        }

        await File.WriteAllBytesAsync(file, bytes);
        return $"vectors.bin hurt at {place}, round {round}";
    }

    private async Task<string> KillAsync(string index)
    {
        var running = Start(index, "MiniLM", "index");
        await Task.Delay(TimeSpan.FromSeconds(1 + (random.NextDouble() * 8)), TimeProvider.System);
        _killed += (await running.KillAsync()).ExitCode == 0 ? 0 : 1;
        return "killed while vectors were made";
    }

    /// <summary>The questions whose first hit is the first of neither way of answering.</summary>
    private static IEnumerable<string> Wrong(string[][] answers, string[][] one, string[][] other) => Questions
        .Where((_, i) => answers.Length != Questions.Length || !IsOneOf(answers[i], one[i], other[i]));

    private static bool IsOneOf(string[] hits, string[] one, string[] other) =>
        hits.FirstOrDefault() is var first && (first == one.FirstOrDefault() || first == other.FirstOrDefault());

    /// <summary>Where the hits of each question stand.</summary>
    private async Task<string[][]> AskAsync(string index, string model)
    {
        var batch = scene.Beside("questions.jsonl");
        await File.WriteAllLinesAsync(batch, Questions.Select((query, i) => JsonSerializer.Serialize(new { id = $"{i}", query })));
        var lines = (await EndAsync(Start(index, model, "find", "--batch", batch, "--json"))).Split('\n').Where(line => line.StartsWith('{'));
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("results").EnumerateArray()
            .Select(hit => $"{hit.GetProperty("path")}:{hit.GetProperty("line")}").ToArray())];
    }

    private async Task<string> EndAsync(Running running)
    {
        var ended = await running.EndAsync();
        if (ended.ExitCode != 0)
        {
            _faults.Add($"exit code {ended.ExitCode}: {ended.Errors.Trim()}");
        }

        return ended.Output;
    }

    private Running Start(string index, string model, params string[] arguments) =>
        Running.Start(scene.Program, [.. arguments, "--notes", Notes, "--index", index], ("Search__Model", model));

    private string CopyOf(string index)
    {
        var copy = scene.Beside("hurt");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(index, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(index, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
