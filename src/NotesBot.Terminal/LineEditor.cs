using System.Text;

namespace NotesBot.Terminal;

/// <summary>
/// Reads a line with a history and completion: arrows, Home and End (also Ctrl-A, Ctrl-E), word steps with Ctrl, Ctrl-U, Ctrl-K and Ctrl-W
/// as in shells; Tab goes through the completions, Escape takes the typed line back. The history lives as long as the program.
/// </summary>
/// <param name="terminal">Where keys come from.</param>
/// <param name="complete">Whole lines that a line can become, best first.</param>
public sealed class LineEditor(ITerminal terminal, Func<string, IReadOnlyList<string>> complete)
{
    private const int MaxHistory = 200;

    private readonly List<string> _history = [];

    private LineBuffer _line;
    private int _recalled;
    private string _typed = "";
    private IReadOnlyList<string> _completions = [];
    private int _completion;

    /// <summary>The line that was typed; <see langword="null"/> when it was ended by Ctrl-C, or by Ctrl-D on an empty line.</summary>
    /// <param name="prompt">What stands before the line.</param>
    /// <param name="cancellationToken">Gives the line up.</param>
    public async Task<string?> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        Begin();
        while (true)
        {
            Draw(prompt);
            var key = await terminal.ReadKeyAsync(cancellationToken);
            if (key.Key == ConsoleKey.Enter)
            {
                terminal.Write("\n");
                return Remember(_line.Text);
            }

            if (Ends(key))
            {
                terminal.Write("\n");
                return null;
            }

            Apply(key);
        }
    }

    private void Begin()
    {
        _line = LineBuffer.Of("");
        _recalled = _history.Count;
        _typed = "";
        _completions = [];
    }

    private bool Ends(ConsoleKeyInfo key) =>
        IsControl(key, ConsoleKey.C) || (IsControl(key, ConsoleKey.D) && _line.Text.Length == 0);

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey letter) =>
        key.Key == letter && key.Modifiers.HasFlag(ConsoleModifiers.Control);

    private string Remember(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_history.Count == 0 || _history[^1] != line))
        {
            _history.Add(line);
        }

        if (_history.Count > MaxHistory)
        {
            _history.RemoveAt(0);
        }

        return line;
    }

    private void Apply(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
            return;
        }

        _completions = [];
        switch (key.Key)
        {
            case ConsoleKey.UpArrow:
                Recall(_recalled - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_recalled + 1);
                break;
            case ConsoleKey.Escape:
                _line = LineBuffer.Of("");
                break;
            default:
                _line = key.Modifiers.HasFlag(ConsoleModifiers.Control) ? WithControl(_line, key) : WithKey(_line, key);
                break;
        }
    }

    private static LineBuffer WithControl(LineBuffer line, ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.LeftArrow => line.WordLeft(),
        ConsoleKey.RightArrow => line.WordRight(),
        ConsoleKey.A => line.Home(),
        ConsoleKey.E => line.End(),
        ConsoleKey.B => line.Left(),
        ConsoleKey.F => line.Right(),
        ConsoleKey.D => line.Delete(),
        ConsoleKey.H => line.Backspace(),
        ConsoleKey.W or ConsoleKey.Backspace => line.DeleteWord(),
        ConsoleKey.U => line.DeleteToStart(),
        ConsoleKey.K => line.DeleteToEnd(),
        _ => line,
    };

    private static LineBuffer WithKey(LineBuffer line, ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.LeftArrow => line.Left(),
        ConsoleKey.RightArrow => line.Right(),
        ConsoleKey.Home => line.Home(),
        ConsoleKey.End => line.End(),
        ConsoleKey.Backspace => line.Backspace(),
        ConsoleKey.Delete => line.Delete(),
        _ when char.IsControl(key.KeyChar) || key.KeyChar == '\0' => line,
        _ => line.Insert(key.KeyChar.ToString()),
    };

    private void Recall(int index)
    {
        if (_recalled == _history.Count)
        {
            _typed = _line.Text;
        }

        _recalled = Math.Clamp(index, 0, _history.Count);
        _line = LineBuffer.Of(_recalled == _history.Count ? _typed : _history[_recalled]);
    }

    private void Complete(int step)
    {
        if (_completions.Count == 0)
        {
            _completions = [.. complete(_line.Text), _line.Text];
            _completion = step > 0 ? -1 : _completions.Count - 1;
        }

        _completion = (_completion + step + _completions.Count) % _completions.Count;
        _line = LineBuffer.Of(_completions[_completion]);
        if (_completions.Count == 2)
        {
            // There was one way only: the next Tab goes on from there.
            _completions = [];
        }
    }

    /// <summary>Draws the line again; of a line wider than the terminal, what surrounds the cursor.</summary>
    private void Draw(string prompt)
    {
        var room = Math.Max(8, terminal.Look.Width - Ink.Width(prompt) - 1);
        var before = Fit(_line.Text[.._line.Cursor].EnumerateRunes().Reverse(), room * 3 / 4);
        var left = string.Concat(before.AsEnumerable().Reverse());
        var right = string.Concat(Fit(_line.Text[_line.Cursor..].EnumerateRunes(), room - Ink.Width(left)));
        var back = Ink.Width(right);
        terminal.Write($"\r{prompt}{left}{right}\e[K" + (back > 0 ? $"\e[{back}D" : ""));
    }

    private static List<Rune> Fit(IEnumerable<Rune> runes, int room) => [.. runes.TakeWhile(rune => (room -= Ink.Width(rune)) >= 0)];
}
