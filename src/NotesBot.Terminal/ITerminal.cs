namespace NotesBot.Terminal;

/// <summary>Where a chat happens: keys or lines come in, lines go out.</summary>
public interface ITerminal
{
    /// <summary>Whether a person sits there: keys come one by one, and lines can be redrawn.</summary>
    bool IsInteractive { get; }

    /// <summary>How lines are shown right now; the width changes with the window.</summary>
    TerminalLook Look { get; }

    /// <summary>The next key, shown nowhere. Only where <see cref="IsInteractive"/>.</summary>
    Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken);

    /// <summary>The next line; <see langword="null"/> at the end of the input.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);

    /// <summary>Writes as it is, with escape sequences of ours; flushes.</summary>
    void Write(string text);

    /// <summary>Writes a line of a reply.</summary>
    void WriteLine(TerminalLine line);
}
