using System.Globalization;
using BenchmarkDotNet.Running;
using NotesBot.Benchmarks;

// corpus FOLDER FILES [SEED]: writes Markdown files to measure with.
// measure [FILES]: prints the figures of a library of so many files (10,000). Anything else is for BenchmarkDotNet (--filter '*' runs all).
if (args is ["corpus", var folder, var files, ..])
{
    var seed = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1;
    new Corpus(new Random(seed)).Write(folder, int.Parse(files, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["measure", ..])
{
    await Measurement.PrintAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000, Console.Out);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
return 0;
