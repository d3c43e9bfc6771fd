
namespace NotesBot.Terminal.Tests;

/// <summary>A terminal whose keys or lines were typed before.</summary>
internal sealed class FakeTerminal : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private readonly Queue<string> _lines = new();

    public bool IsInteractive { get; init; }

    public TerminalLook Look { get; init; } = new(80, ShowsLinks: false, ShowsChoices: true);

    public List<string> Written { get; } = [];

    /// <summary>All that was drawn, escape sequences included.</summary>
    public string Drawn { get; private set; } = "";

    public static FakeTerminal WithLines(params string[] lines)
    {
        var terminal = new FakeTerminal();
        foreach (var line in lines)
        {
            terminal._lines.Enqueue(line);
        }

        return terminal;
    }

    public FakeTerminal Type(string text)
    {
        foreach (var character in text)
        {
            _keys.Enqueue(new ConsoleKeyInfo(character, ConsoleKey.None, false, false, false));
        }

        return this;
    }

    public FakeTerminal Press(params ConsoleKey[] keys)
    {
        foreach (var key in keys)
        {
            _keys.Enqueue(new ConsoleKeyInfo('\0', key, false, false, false));
        }

        return this;
    }

    public FakeTerminal Control(ConsoleKey key)
    {
        _keys.Enqueue(new ConsoleKeyInfo('\0', key, false, false, control: true));
        return this;
    }

    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) => Task.FromResult(_keys.Dequeue());

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_lines.TryDequeue(out var line) ? line : null);

    public void Write(string text) => Drawn += text;

    public void WriteLine(TerminalLine line) => Written.Add(line.Plain);
}
