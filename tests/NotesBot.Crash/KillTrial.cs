using System.Diagnostics;
using NotesBot.Search;

namespace NotesBot.Crash;

/// <summary>kill -9 at random moments: of a first indexing, a refresh, and a chat that follows changing notes.</summary>
internal sealed class KillTrial(Scene scene, Random random)
{
    private const int BeginAnewEvery = 8;
    private const int AskEvery = 4;
    private readonly List<string> _faults = [];
    private Contents? _announced;
    private int _killed;
    private int _rebuilt;

    internal async Task<Report> RunAsync(int rounds)
    {
        var usual = await TimeAsync();
        for (var round = 0; round < rounds; round++)
        {
            if (round % BeginAnewEvery == 0)
            {
                Directory.Delete(scene.Index, recursive: true);
                _announced = null;
            }

            scene.Change();
            await KillAsync(usual * (random.NextDouble() * 1.3), follow: round % 2 == 1);
            await StartAgainAsync(round);
        }

        return new Report($"kill -9: {rounds} rounds, {_killed} killed before their end, {_rebuilt} times built anew", _faults);
    }

    private async Task<TimeSpan> TimeAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await scene.RunAsync(scene.Index, "index");
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task KillAsync(TimeSpan after, bool follow)
    {
        var running = scene.Start(scene.Index, follow ? "run" : "index");
        if (follow)
        {
            await running.TypeAsync("/notes");
        }

        await Task.Delay(after / 2, TimeProvider.System);
        if (follow)
        {
            scene.Change();
        }

        await Task.Delay(after / 2, TimeProvider.System);
        var ended = await running.KillAsync();
        _killed += ended.ExitCode == 0 ? 0 : 1;
    }

    /// <summary>What was announced is there before anything is read again; after a start all is as in a fresh index.</summary>
    private async Task StartAgainAsync(int round)
    {
        if (_announced is not null && Lost() is { } lost)
        {
            _faults.Add($"kill {round}: announced and gone: {lost}");
        }

        var again = await scene.RunAsync(scene.Index, "index");
        _rebuilt += again.Errors.Contains("damaged", StringComparison.Ordinal) ? 1 : 0;
        _announced = scene.Fresh();
        scene.Touched.Clear();
        var fault = again.ExitCode == 0 ? scene.FaultOf(scene.Index, _announced) : again.Errors.Trim();
        if ((fault ?? (round % AskEvery == AskEvery - 1 ? await scene.OtherAnswerAsync(scene.Index) : null)) is { } difference)
        {
            _faults.Add($"kill {round}: not as a fresh index: {difference}");
        }
    }

    private string? Lost()
    {
        try
        {
            using var searcher = scene.Open(scene.Index);
            return _announced!.LostFrom(searcher, scene.Touched);
        }
        catch (IndexUnavailableException exception)
        {
            return $"{exception.Message} {exception.InnerException?.Message}";
        }
    }
}
