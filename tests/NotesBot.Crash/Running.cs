using System.Diagnostics;
using System.Text;

namespace NotesBot.Crash;

/// <summary>The program while it runs.</summary>
internal sealed class Running
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private Running(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far.</summary>
    internal string Output => TextOf(_output);

    internal static Running Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new Running(Process.Start(start)!);
    }

    internal Task TypeAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Waits until it has said something.</summary>
    internal async Task HearAsync(string words)
    {
        while (!Output.Contains(words, StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"It ended without “{words}”: {Output}{TextOf(_errors)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>Ends it as a power cut of the process would: nothing of it runs any more.</summary>
    internal Task<Ended> KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    internal async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync();
        var ended = new Ended(_process.ExitCode, Output, TextOf(_errors));
        _process.Dispose();
        return ended;
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
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

/// <summary>The end of the program.</summary>
/// <param name="ExitCode">137 for a kill.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Ended(int ExitCode, string Output, string Errors);
