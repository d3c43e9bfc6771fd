using System.Globalization;
using NotesBot.Fuzz;

// MINUTES [SEED] [TARGET...]: feeds mutated inputs to all targets, or to those that are named. What a target takes badly is written to
// fuzz-TARGET-SEED-NUMBER in the working directory; what ends the program is named in fuzz-last. again FILE TARGET: takes such a file once more;
// again TARGET SEED NUMBER: makes it again.
using var targets = new AllTargets();
if (args is ["again", var file, var name])
{
    targets.Named([name])[0].Take(File.ReadAllBytes(file));
    return 0;
}

if (args is ["again", var one, var of, var number])
{
    var target = targets.Named([one])[0];
    var input = FuzzRun.Make(target, int.Parse(of, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture));
    File.WriteAllBytes($"fuzz-{one}-{of}-{number}", input);
    target.Take(input);
    return 0;
}

var minutes = double.Parse(args.FirstOrDefault("2"), CultureInfo.InvariantCulture);
var seed = int.Parse(args.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture);
using var run = new FuzzRun(targets.Named([.. args.Skip(2)]), seed, Environment.CurrentDirectory);
return run.Run(TimeSpan.FromMinutes(minutes)) == 0 ? 0 : 1;
