using System.Diagnostics;
using System.Globalization;
using NotesBot.Crash;

// PROGRAM [SCALE [SEED [TRIAL]]]: hurts the index of the published program in every way that is named below, and holds each next
// start against a fresh build. SCALE is a share of the whole (1: 200 kills, 100 flipped bits, 50 cuts, 50 full disks, 40 times
// hurt vectors, 100 second writers); TRIAL is one of kill, flip, cut, full, vectors and writers, else it is all of them.
if (args is not [var program, ..])
{
    await Console.Error.WriteLineAsync("Name the program: dotnet run --project tests/NotesBot.Crash -- PROGRAM [SCALE [SEED [TRIAL]]]");
    return 2;
}

var scale = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var failed = 0;
foreach (var (_, rounds, trial) in Trials(new Random(seed)).Where(trial => args.Length <= 3 || trial.Name == args[3]))
{
    var began = Stopwatch.GetTimestamp();
    using var scene = new Scene(program, new Random(seed));
    var report = await trial(scene, Math.Max(1, (int)Math.Round(rounds * scale)));
    failed += report.Faults.Count;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Summary} ({Stopwatch.GetElapsedTime(began).TotalSeconds:0} s)"));
    report.Faults.ForEach(fault => Console.WriteLine($"  WRONG: {fault}"));
}

Console.WriteLine($"{failed} wrong; seed {seed}");
return failed == 0 ? 0 : 1;

static IEnumerable<(string Name, int Rounds, Func<Scene, int, Task<Report>> Trial)> Trials(Random random) =>
[
    ("kill", 200, (scene, rounds) => new KillTrial(scene, random).RunAsync(rounds)),
    ("flip", 100, (scene, rounds) => new DamageTrial(scene, random).FlipAsync(rounds)),
    ("cut", 50, (scene, rounds) => new DamageTrial(scene, random).CutAsync(rounds)),
    ("full", 50, (scene, rounds) => new FullDiskTrial(scene, random).RunAsync(rounds)),
    ("vectors", 40, (scene, rounds) => new VectorTrial(scene, random).RunAsync(rounds)),
    ("writers", 100, (scene, rounds) => new SecondWriterTrial(scene).RunAsync(rounds)),
];
