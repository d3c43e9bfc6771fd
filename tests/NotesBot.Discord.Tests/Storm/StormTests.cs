using System.Globalization;

namespace NotesBot.Discord.Tests.Storm;

/// <summary>It measures the process, so nothing runs beside it.</summary>
[CollectionDefinition(nameof(StormTests), DisableParallelization = true)]
public sealed class StormAlone;

[Collection(nameof(StormTests))]
public sealed class StormTests : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;
    private const int MostHandles = 100;
    private readonly string _folder = Directory.CreateTempSubdirectory("notesbot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>By default 20 seconds with a fixed seed; NOTESBOT_STORM is "seconds seed".</summary>
    [Fact, Trait("Case", "LR-16")]
    public async Task GivenRandomFaults_WhenManyPeopleAsk_ThenEachIsAnsweredOnceAndNoRuleIsBroken()
    {
        var wish = (Environment.GetEnvironmentVariable("NOTESBOT_STORM") ?? "20 1").Split(' ');
        var numbers = wish.Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
        var plan = new StormPlan(TimeSpan.FromSeconds(numbers[0]), numbers[1]);

        var report = await new StormRun(plan).RunAsync(_folder, TestContext.Current.CancellationToken);

        var text = $"A storm of {plan.Length.TotalSeconds} s, seed {plan.Seed}\n{report}";
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        await Console.Out.WriteLineAsync(text);
        Assert.True(report.Violations.Count == 0 && report.Ledger.Unexplained.Count == 0, text);
        Assert.True(report.End.Bytes - report.Half.Bytes < MostBytes, text);
        Assert.True(report.End.Handles - report.Half.Handles < MostHandles, text);
    }
}
