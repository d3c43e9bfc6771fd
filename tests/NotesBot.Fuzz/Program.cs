using System.Globalization;
using NotesBot.Fuzz;

// MINUTES [SEED] [TARGET...]: feeds mutated inputs to all targets, or to those that are named. What a target takes badly is written to
// fuzz-TARGET-SEED-NUMBER in the working directory. again FILE TARGET: takes such a file once more.
using var targets = new AllTargets();
if (args is ["again", var file, var name])
{
    targets.Named([name])[0].Take(File.ReadAllBytes(file));
    return 0;
}

var minutes = double.Parse(args.FirstOrDefault("2"), CultureInfo.InvariantCulture);
var seed = int.Parse(args.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture);
var run = new FuzzRun(targets.Named([.. args.Skip(2)]), seed, Environment.CurrentDirectory);
return run.Run(TimeSpan.FromMinutes(minutes)) == 0 ? 0 : 1;
