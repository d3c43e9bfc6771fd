using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NotesBot.Benchmarks;

/// <summary>For how long this thread was on a core: what else a machine does hardly shows in it. By the clock on the wall where not on Linux.</summary>
internal static class ThreadClock
{
    private const int OfThisThread = 3;

    /// <summary>Milliseconds since some moment.</summary>
    public static double Now => OperatingSystem.IsLinux() && GetTime(OfThisThread, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : Stopwatch.GetElapsedTime(0).TotalMilliseconds;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Moment time);

    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
