using System.Diagnostics;
using System.Text.RegularExpressions;
using NotesBot.Discord.Simulator;

namespace NotesBot.Soak;

/// <summary>The bot as a process of its own.</summary>
internal sealed partial class Bot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Faults _faults;

    public Bot(SoakPlan plan, DiscordSimulator discord, int port, string secret, Faults faults)
    {
        _faults = faults;
        _log = new StreamWriter(Path.Combine(plan.Folder, "bot.log")) { AutoFlush = true };
        var start = new ProcessStartInfo(plan.Program, ["run", "--notes", "file://" + plan.Remote, "--index", plan.Index])
        {
            WorkingDirectory = plan.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
                ["Discord__Token"] = discord.Token,
                ["Health__Port"] = $"{port}",
                ["Notes__HookSecret"] = secret,
            },
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Hears the beginning of the hash of each commit that was fetched.</summary>
    public Action<string> Fetched { get; set; } = static _ => { };

    /// <summary>What it holds of the system now; <see langword="null"/> when it has ended.</summary>
    public Holdings? Measure(SoakPlan plan)
    {
        if (_process.HasExited)
        {
            return null;
        }

        _process.Refresh();
        var handles = Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;
        return new Holdings(
            _process.WorkingSet64, handles, _process.Threads.Count, SizeOf(Path.Combine(plan.Index, "passages")), SizeOf(Path.Combine(plan.Index, "clone")));
    }

    /// <summary>Asks it to end, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        await _log.DisposeAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.WriteLine(line);
        }

        if (FetchedCommit().Match(line) is { Success: true } commit)
        {
            Fetched(commit.Groups[1].Value);
        }

        if (Warning().IsMatch(line))
        {
            _faults.Add(line);
        }
    }

    /// <summary>Files come and go while it is counted.</summary>
    private static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
        }
        catch (IOException)
        {
            return -1;
        }
    }

    [GeneratedRegex(@"fetched: commit ([0-9a-f]{7})")]
    private static partial Regex FetchedCommit();

    [GeneratedRegex(@"\b(?:warn|fail|crit): ")]
    private static partial Regex Warning();
}

/// <summary>What a process holds.</summary>
/// <param name="Memory">Resident, in bytes.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="Index">Size of the index on disk, in bytes; -1 when it could not be taken.</param>
/// <param name="CloneFolder">Size of the clone on disk, in bytes; -1 when it could not be taken.</param>
internal sealed record Holdings(long Memory, int Handles, int Threads, long Index, long CloneFolder);
