using System.Globalization;
using NotesBot.Soak;

// PROGRAM SECONDS SEED FOLDER: follows a repository for so long. FOLDER gets soak.csv and bot.log.
if (args is not [var program, var seconds, var seed, var folder])
{
    await Console.Error.WriteLineAsync("NotesBot.Soak PROGRAM SECONDS SEED FOLDER");
    return 2;
}

var plan = new SoakPlan(
    program,
    TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)),
    int.Parse(seed, CultureInfo.InvariantCulture),
    Path.GetFullPath(folder));
var report = await new SoakRun(plan).RunAsync();
Console.WriteLine(report);
return report.Faults.Count == 0 ? 0 : 1;
