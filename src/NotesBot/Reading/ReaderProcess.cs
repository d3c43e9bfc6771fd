using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NotesBot.Notes;

namespace NotesBot.Reading;

/// <summary>One process that reads files, one at a time. Used by one task at a time; ended when it is disposed of.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    // What a runtime needs to start. Everything else stays here, tokens above all.
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

    private readonly Process _process;
    private readonly Task _complaints;

    private ReaderProcess(Process process)
    {
        _process = process;
        _complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Starts one.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The system does not let it.</exception>
    public static ReaderProcess Start() => new(Process.Start(HowToStart())!);

    /// <summary>Processor time that it has used; zero when it has ended.</summary>
    public TimeSpan Used
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Hands a file over and waits for what it says.</summary>
    /// <exception cref="IOException">It has ended.</exception>
    public async Task<FileReading> AskAsync(ReadingOrder order, CancellationToken cancellationToken)
    {
        await Frames.WriteAsync(_process.StandardInput.BaseStream, order.Serialize(), cancellationToken);
        await Frames.WriteAsync(_process.StandardInput.BaseStream, order.Content, cancellationToken);
        return FileReading.Parse(await Frames.ReadAsync(_process.StandardOutput.BaseStream, cancellationToken));
    }

    /// <summary>Ends it, whatever it is doing.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _complaints;
        _process.Dispose();
    }

    /// <summary>This program once more, with a limit on its memory and without what it need not know.</summary>
    private static ProcessStartInfo HowToStart()
    {
        var start = Itself();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var name in start.Environment.Keys.Where(name => !IsInherited(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = ReadingLimits.MaxMemoryBytes.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private static bool IsInherited(string name) =>
        name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase) || Inherited.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The published program is a file of its own; with <c>dotnet NotesBot.dll</c>, and in tests, the process is another program.</summary>
    private static ProcessStartInfo Itself() =>
        Environment.ProcessPath is { } path && Path.GetFileName(path) is nameof(NotesBot) or nameof(NotesBot) + ".exe"
            ? new ProcessStartInfo(path, [ReaderVerb.Name])
            : new ProcessStartInfo(DotnetHost, ["exec", Path.Combine(AppContext.BaseDirectory, "NotesBot.dll"), ReaderVerb.Name]);

    private static string DotnetHost => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
