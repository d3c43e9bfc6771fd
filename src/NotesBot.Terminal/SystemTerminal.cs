using Spectre.Console;

namespace NotesBot.Terminal;

/// <summary>The terminal that the program was started in; plain lines when its input or output is none.</summary>
public sealed class SystemTerminal : ITerminal
{
    private const int PlainWidth = 100;

    /// <inheritdoc/>
    public bool IsInteractive { get; } = !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>How lines are shown where nothing but an answer is written.</summary>
    public static TerminalLook LookOfOutput => Console.IsOutputRedirected
        ? new TerminalLook(PlainWidth, ShowsLinks: false, ShowsChoices: false)
        : new TerminalLook(Console.WindowWidth, AnsiConsole.Profile.Capabilities.Links, ShowsChoices: false);

    /// <inheritdoc/>
    public TerminalLook Look => LookOfOutput with { ShowsChoices = true };

    /// <inheritdoc/>
    public async Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken)
    {
        // Ctrl-C is a key while a line is typed, and a signal while a command runs. A read that is given up ends with the program.
        Console.TreatControlCAsInput = true;
        try
        {
            return await Task.Run(() => Console.ReadKey(intercept: true), CancellationToken.None).WaitAsync(cancellationToken);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    /// <inheritdoc/>
    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }

    /// <inheritdoc/>
    public void WriteLine(TerminalLine line) => WriteToOutput(line);

    /// <summary>Writes a line to standard output: with bold and links where that is a terminal.</summary>
    public static void WriteToOutput(TerminalLine line)
    {
        if (Console.IsOutputRedirected || Ink.Width(line.Plain) > Console.WindowWidth)
        {
            Console.Out.WriteLine(line.Plain);
        }
        else
        {
            AnsiConsole.MarkupLine(line.ToMarkup());
        }
    }
}
