using System.Diagnostics;
using System.Globalization;

namespace NotesBot.Benchmarks.Bots;

/// <summary>A bot to be measured.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Program">What is started, and with which arguments.</param>
/// <param name="Trivial">The command whose work is next to nothing.</param>
internal sealed record Bot(string Name, IReadOnlyList<string> Program, Question Trivial)
{
    /// <summary>Another command to report about; <see langword="null"/> for none.</summary>
    public Question? Real { get; init; }

    /// <summary>Whether it has a way to come out of an overload; what has none is not put into one.</summary>
    public bool TakesOverload { get; init; } = true;

    /// <summary>A folder that remembers sessions between starts, and must not here.</summary>
    public string? Folder { get; init; }
}

/// <summary>A bot that runs.</summary>
internal sealed class RunningBot : IDisposable
{
    private readonly Process _process;

    private RunningBot(Process process, long started) => (_process, Started) = (process, started);

    /// <summary>When it was started.</summary>
    public long Started { get; }

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    public double ResidentMb => Field("VmRSS") * 1024 / 1e6;

    /// <summary>Of it, what no file backs: what the program itself keeps.</summary>
    public double OwnMb => Field("RssAnon") * 1024 / 1e6;

    /// <summary>Processor time that it has used.</summary>
    public double ProcessorMs
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Starts a bot against <paramref name="discord"/>.</summary>
    public static RunningBot Start(Bot bot, LeanDiscord discord)
    {
        if (bot.Folder is { } folder)
        {
            File.Delete(Path.Combine(folder, "discord-identify.json"));
        }

        var start = new ProcessStartInfo(bot.Program[0], bot.Program.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Discord__ApiBaseUrl"] = discord.ApiBaseUrl;
        start.Environment["Discord__Token"] = LeanDiscord.Token;
        var started = TimeProvider.System.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningBot(process, started);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Field(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
