namespace NotesBot.Discord.Simulator.Console;

/// <summary>A line with history (up, down) and completion (tab), in a terminal.</summary>
internal sealed class LineEditor(TextWriter output)
{
    private readonly List<string> _history = [];
    private string _prompt = "";
    private string _line = "";
    private int _back;

    /// <summary>Reads a line; <see langword="null"/> on Ctrl-D.</summary>
    public async Task<string?> ReadAsync(string prompt, Func<string, Task<IReadOnlyList<string>>> complete,
        CancellationToken cancellationToken)
    {
        (_prompt, _line, _back) = (prompt, "", 0);
        Redraw();
        while (true)
        {
            var key = await Task.Run(() => System.Console.ReadKey(intercept: true), cancellationToken);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return Accept();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _line.Length == 0:
                    return null;
                case { Key: ConsoleKey.Tab }:
                    await CompleteAsync(complete);
                    break;
                default:
                    Edit(key);
                    break;
            }

            Redraw();
        }
    }

    private string Accept()
    {
        output.WriteLine();
        if (_line.Length > 0)
        {
            _history.Add(_line);
        }

        return _line;
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace when _line.Length > 0:
                _line = _line[..^1];
                break;
            case ConsoleKey.UpArrow:
                Recall(_back + 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_back - 1);
                break;
            case ConsoleKey.U when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                _line = "";
                break;
            default:
                _line += char.IsControl(key.KeyChar) ? "" : key.KeyChar.ToString();
                break;
        }
    }

    private void Recall(int back)
    {
        _back = Math.Clamp(back, 0, _history.Count);
        _line = _back == 0 ? "" : _history[^_back];
    }

    private async Task CompleteAsync(Func<string, Task<IReadOnlyList<string>>> complete)
    {
        var found = await complete(_line);
        if (found.Count == 1)
        {
            _line = found[0];
        }
        else if (found.Count > 1)
        {
            output.WriteLine();
            output.WriteLine(string.Join('\n', found.Select(line => "  " + line)));
            _line = CommonStart(found) is { } start && start.Length > _line.Length ? start : _line;
        }
    }

    private static string CommonStart(IReadOnlyList<string> lines)
    {
        var first = lines[0];
        var length = Enumerable.Range(0, first.Length)
            .TakeWhile(index => lines.All(line => index < line.Length && line[index] == first[index])).Count();
        return first[..length];
    }

    private void Redraw() => output.Write($"\r\e[2K{_prompt}{_line}");
}
