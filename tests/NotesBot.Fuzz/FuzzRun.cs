using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NotesBot.Fuzz;

/// <summary>
/// Gives each target its share of a time. An input is made from the seed, its target and its number alone, so that it can be made again.
/// </summary>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, int seed, string findings) : IDisposable
{
    // Processor time of this process, so that a busy machine finds no hangs.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(300);
    private readonly Dictionary<string, int> _counts = targets.ToDictionary(target => target.Name, _ => 0);

    // What ends the process, as a stack that is too deep does, leaves no other trace.
    private readonly SafeFileHandle _last = File.OpenHandle(Path.Combine(findings, "fuzz-last"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
    private Current? _current;
    private int _found;

    /// <summary>Runs for a time, and says in the end what was done.</summary>
    /// <returns>How many inputs did what they should not.</returns>
    internal int Run(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        using var watch = new Timer(_ => EndHang(), null, Hang, Hang);
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            foreach (var target in targets)
            {
                TakeTurn(target);
            }
        }

        foreach (var (name, count) in _counts)
        {
            Say($"{name,-14} seed {seed}: {count,9:N0} inputs");
        }

        Say($"{_counts.Values.Sum():N0} inputs in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {_found} findings");
        return _found;
    }

    /// <summary>One input again, by its number.</summary>
    internal static byte[] Make(FuzzTarget target, int seed, int number) => new Mutator(target).Make(new Random(Mix(seed, target.Name, number)));

    /// <inheritdoc/>
    public void Dispose() => _last.Dispose();

    private void TakeTurn(FuzzTarget target)
    {
        var turn = Stopwatch.GetTimestamp();
        do
        {
            Try(target, _counts[target.Name]++);
        }
        while (Stopwatch.GetElapsedTime(turn) < Turn);
    }

    private void Try(FuzzTarget target, int number)
    {
        var input = Make(target, seed, number);
        try
        {
            if (TimeOf(target, input, number) > target.MaxTime && TimeOf(target, input, number) > target.MaxTime)
            {
                Report(target, input, number, $"took longer than {target.MaxTime.TotalSeconds:0} seconds, twice");
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(target, input, number, exception.ToString());
        }
    }

    private TimeSpan TimeOf(FuzzTarget target, byte[] input, int number)
    {
        var before = Environment.CpuUsage.TotalTime;
        RandomAccess.Write(_last, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{target.Name} {seed} {number}\n").PadRight(60)), 0);
        Volatile.Write(ref _current, new Current(target, input, number, before));
        target.Take(input);
        Volatile.Write(ref _current, null);
        return Environment.CpuUsage.TotalTime - before;
    }

    /// <summary>What never ends cannot be ended inside this process: it is written down, and the run is over.</summary>
    private void EndHang()
    {
        if (Volatile.Read(ref _current) is { } current && Environment.CpuUsage.TotalTime - current.Before > Hang)
        {
            Report(current.Target, current.Input, current.Number, "does not end");
            Environment.Exit(1);
        }
    }

    private void Report(FuzzTarget target, byte[] input, int number, string what)
    {
        _found++;
        var file = Path.Combine(findings, string.Create(CultureInfo.InvariantCulture, $"fuzz-{target.Name}-{seed}-{number}"));
        File.WriteAllBytes(file, input);
        Say($"FOUND {file}: {what}");
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Not <see cref="HashCode"/>, which differs from run to run.</summary>
    private static int Mix(int seed, string name, int number)
    {
        var mixed = 2_166_136_261;
        foreach (var part in name.Select(letter => (uint)letter).Append((uint)seed).Append((uint)number))
        {
            mixed = unchecked((mixed ^ part) * 16_777_619);
            mixed ^= mixed >> 15;
        }

        return unchecked((int)mixed);
    }

    private sealed record Current(FuzzTarget Target, byte[] Input, int Number, TimeSpan Before);
}
