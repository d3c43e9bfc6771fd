namespace NotesBot.Discord.Simulator.Console;

/// <summary>Where the console reads and writes: a terminal with colours and keys, or plain text.</summary>
internal sealed class Screen(TextReader input, TextWriter output, LineEditor? editor)
{
    /// <summary>Whether a person sits there.</summary>
    public bool IsTerminal => editor is not null;

    /// <summary>The next line; <see langword="null"/> at the end of the input.</summary>
    public async Task<string?> ReadAsync(string prompt, Func<string, Task<IReadOnlyList<string>>> complete,
        CancellationToken cancellationToken)
    {
        if (editor is not null)
        {
            return await editor.ReadAsync(prompt, complete, cancellationToken);
        }

        var line = await input.ReadLineAsync(cancellationToken);
        if (line is not null)
        {
            Write($"{prompt}{line}");
        }

        return line;
    }

    public void Write(string line) => output.WriteLine(line);

    public void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }
    }
}
