using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace NotesBot.Tests.Running;

/// <summary>The built program as a process of its own, in the folder of the notes, with nothing of this machine's configuration.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    // Far beyond what it takes: only a program that hangs gets there.
    private static readonly TimeSpan MaxRun = TimeSpan.FromMinutes(2);
    private static readonly string[] Configured = ["DISCORD", "NOTES_", "INDEX_", "SEARCH_", "HEALTH_", "LOGGING_", "ASPNETCORE_", "KESTREL_"];
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written to standard output until now.</summary>
    public string Output => TextOf(_output);

    /// <summary>What it has written to standard error until now.</summary>
    public string Errors => TextOf(_errors);

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it with these arguments, and environment variables over them.</summary>
    public static RunningProgram Start(NotesOnDisk disk, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(DotnetHost, ["exec", Path.Combine(AppContext.BaseDirectory, "NotesBot.dll"), .. arguments])
        {
            WorkingDirectory = disk.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Clear(start.Environment.Keys, name => start.Environment.Remove(name));

        // Loading a model takes longer than all else that a short run does; what it does is looked at elsewhere.
        start.Environment["Search__Model"] = "None";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(start);
    }

    /// <summary>Runs it to its end, without input.</summary>
    public static async Task<Ended> RunAsync(NotesOnDisk disk, string[] arguments, params (string Name, string Value)[] environment)
    {
        await using var program = Start(disk, arguments, environment);
        program.EndInput();
        return await program.EndAsync();
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), TestContext.Current.CancellationToken);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Sends a signal by its name, as <c>TERM</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Ended> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(MaxRun);
        await _process.WaitForExitAsync(patience.Token);
        return new Ended(_process.ExitCode, Output, WithoutProgress(Errors));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string DotnetHost => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Takes what configures the program out of an environment.</summary>
    internal static void Clear(IEnumerable<string> names, Action<string> remove)
    {
        foreach (var name in names.Where(name => Configured.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            remove(name);
        }
    }

    // Progress is told where reading takes longer than a second: that depends on the machine.
    internal static string WithoutProgress(string errors) => string.Concat(
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("Reading notes: ", StringComparison.Ordinal))
            .Select(line => line + "\n"));

    private static void Add(StringBuilder text, string? line)
    {
        lock (text)
        {
            _ = line is null ? text : text.Append(line).Append('\n');
        }
    }

    private static string TextOf(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}

/// <summary>What became of a program.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All of standard output.</param>
/// <param name="Errors">Standard error, without progress.</param>
internal sealed record Ended(int ExitCode, string Output, string Errors)
{
    /// <summary>What it said on standard error, a line each.</summary>
    public string[] Sentences => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
