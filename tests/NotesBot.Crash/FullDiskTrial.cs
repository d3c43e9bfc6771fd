using System.Diagnostics;

namespace NotesBot.Crash;

/// <summary>
/// Writes that fail with "no space left", really: the index lies on a memory disk that is too small by chance, and has room again later.
/// Needs the right to mount (<c>unshare -rm</c> gives it to anybody where the system allows that); left out without.
/// </summary>
internal sealed class FullDiskTrial(Scene scene, Random random)
{
    private const long Room = 64 << 20;
    private readonly List<string> _faults = [];
    private int _failed;

    internal async Task<Report> RunAsync(int rounds)
    {
        Directory.CreateDirectory(scene.Index);
        if (!await MountAsync("size=64m"))
        {
            return new Report("full disks: left out, since nothing can be mounted here", []);
        }

        try
        {
            await scene.RunAsync(scene.Index, "index");
            for (var round = 0; round < rounds; round++)
            {
                await FillAsync(round);
            }
        }
        finally
        {
            await RunAsync("umount", scene.Index);
        }

        return new Report($"full disks: {rounds}, {_failed} starts failed for want of space", _faults);
    }

    private async Task FillAsync(int round)
    {
        var before = scene.Fresh();
        scene.Touched.Clear();
        var used = new DirectoryInfo(scene.Index).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Enumerable.Range(0, random.Next(1, 40)).ToList().ForEach(_ => scene.Change());
        await MountAsync($"remount,size={used + random.NextInt64(used)}");
        var full = await scene.RunAsync(scene.Index, "index");
        if (full.ExitCode != 0)
        {
            _failed++;
            Hold(before, round);
        }

        await MountAsync($"remount,size={Room}");
        var again = await scene.RunAsync(scene.Index, "index");
        if ((again.ExitCode == 0 ? scene.FaultOf(scene.Index, scene.Fresh()) : again.Errors.Trim()) is { } fault)
        {
            _faults.Add($"full disk {round}: not as a fresh index: {fault}");
        }
    }

    /// <summary>The last good state is there, whole and as it was.</summary>
    private void Hold(Contents before, int round)
    {
        using var searcher = scene.Open(scene.Index);
        if (before.DifferenceFrom(searcher) is { } changed)
        {
            _faults.Add($"full disk {round}: the last good state changed: {changed}");
        }
    }

    private async Task<bool> MountAsync(string options) => await RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", scene.Index) == 0;

    private static async Task<int> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
