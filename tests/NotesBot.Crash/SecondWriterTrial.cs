namespace NotesBot.Crash;

/// <summary>Attempts to write to an index that another process writes to: none gets in.</summary>
internal sealed class SecondWriterTrial(Scene scene)
{
    private const int AtOnce = 4;

    internal async Task<Report> RunAsync(int rounds)
    {
        var faults = new List<string>();
        var first = scene.Start(scene.Index, "run");
        await first.TypeAsync("/notes");
        await first.HearAsync("passages");
        for (var round = 0; round < rounds; round += AtOnce)
        {
            scene.Change();
            var others = Enumerable.Range(0, AtOnce).Select(_ => scene.RunAsync(scene.Index, "index"));
            var wrong = (await Task.WhenAll(others))
                .Where(ended => !ended.Errors.Contains("Another process writes", StringComparison.Ordinal));
            faults.AddRange(wrong.Select(ended => $"second writer {round}: exit code {ended.ExitCode}, {ended.Output}{ended.Errors}"));
        }

        await first.TypeAsync("/quit");
        var ended = await first.EndAsync();
        await scene.RunAsync(scene.Index, "index");
        var difference = scene.FaultOf(scene.Index, scene.Fresh());
        if (ended.ExitCode != 0 || difference is not null)
        {
            faults.Add($"the first writer: exit code {ended.ExitCode}, {difference}{ended.Errors}");
        }

        return new Report($"second writers: {rounds} tried, {faults.Count} got in", faults);
    }
}
