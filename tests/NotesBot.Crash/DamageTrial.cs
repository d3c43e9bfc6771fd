using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Search;

namespace NotesBot.Crash;

/// <summary>Damage to the files of a good index, as a disk or a power cut does it.</summary>
internal sealed class DamageTrial(Scene scene, Random random)
{
    private const int ByProgramEvery = 10;
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, int> _seen = [];

    internal async Task<Report> FlipAsync(int rounds)
    {
        await RunAsync(rounds, bytes =>
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            return bytes;
        });
        return new Report($"flipped bits: {rounds}, {Seen()}", _faults);
    }

    internal async Task<Report> CutAsync(int rounds)
    {
        await RunAsync(rounds, bytes =>
        {
            var kept = random.Next(bytes.Length);
            Array.Clear(bytes, kept, bytes.Length - kept);
            return random.Next(2) == 0 ? bytes : bytes[..kept];
        });
        return new Report($"files cut off or zeroed: {rounds}, {Seen()}", _faults);
    }

    private async Task RunAsync(int rounds, Func<byte[], byte[]> damage)
    {
        await scene.RunAsync(scene.Index, "index");
        scene.Change();
        await scene.RunAsync(scene.Index, "index");
        var good = scene.Fresh();
        for (var round = 0; round < rounds; round++)
        {
            var hurt = CopyOfIndex();
            var file = Choose(hurt, round);
            await File.WriteAllBytesAsync(file, damage(await File.ReadAllBytesAsync(file)));
            var what = $"{Path.GetFileName(file)}, round {round}";
            if (round % ByProgramEvery == 0)
            {
                await StartAsync(hurt, good, what, round);
            }
            else
            {
                Open(hurt, good, what);
            }
        }
    }

    /// <summary>The program, as a person starts it: it answers, and leaves a whole index.</summary>
    private async Task StartAsync(string hurt, Contents good, string what, int round)
    {
        string[] verb = round % (2 * ByProgramEvery) == 0 ? ["find", "anything", "--json"] : ["index"];
        var start = await scene.RunAsync(hurt, verb);
        Count(start.Errors);
        if (start.ExitCode != 0 || start.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length > 1)
        {
            _faults.Add($"{what}: exit code {start.ExitCode}, {start.Errors.Trim()}");
        }
        else if (scene.FaultOf(hurt, good) is { } fault)
        {
            _faults.Add($"{what}: not as a fresh index: {fault}");
        }
    }

    /// <summary>The same start inside this process, which is many times faster: the index is begun anew, or whole.</summary>
    private void Open(string hurt, Contents good, string what)
    {
        using var writer = PassageIndexWriter.Open(hurt, scene.Notes, NullLogger.Instance);
        Count(writer.Restarted ?? "");
        if (writer.Restarted is null && good.DifferenceFrom(writer.Searcher) is { } difference)
        {
            _faults.Add($"{what}: not seen, and not as a fresh index: {difference}");
        }
    }

    private void Count(string said)
    {
        var how = HowSeen(said);
        _seen[how] = _seen.GetValueOrDefault(how) + 1;
    }

    private static string HowSeen(string errors) => errors switch
    {
        _ when errors.Contains("checksum failed", StringComparison.Ordinal) => "by a checksum",
        _ when errors.Contains("damaged", StringComparison.Ordinal) => "when opened",
        _ when errors.Trim().Length > 0 => "as no index",
        _ => "without effect",
    };

    private string Seen() => string.Join(", ", _seen.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));

    private string CopyOfIndex()
    {
        var copy = scene.Beside("hurt");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        var passages = Directory.CreateDirectory(Path.Combine(copy, "passages")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(scene.Index, "passages")))
        {
            File.Copy(file, Path.Combine(passages, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>By turns a file, whatever its size, and a byte of all of them.</summary>
    private string Choose(string index, int round)
    {
        var files = new DirectoryInfo(Path.Combine(index, "passages")).GetFiles().Where(file => file.Length > 0).ToList();
        var place = random.NextInt64(files.Sum(file => file.Length));
        return round % 2 == 0
            ? files[random.Next(files.Count)].FullName
            : files.First(file => (place -= file.Length) < 0).FullName;
    }
}
