using Microsoft.Extensions.Logging;

namespace NotesBot.Notes.Tests.Sources;

/// <summary>Keeps what is logged at information and above, exceptions included.</summary>
internal sealed class RecordedLogs : ILoggerFactory, ILogger
{
    private readonly List<(LogLevel Level, string Text)> _lines = [];

    internal IReadOnlyList<string> Warnings
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text)];
            }
        }
    }

    internal string All
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines.Select(line => line.Text));
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add((logLevel, $"{formatter(state, exception)} {exception}"));
        }
    }

    public void Dispose()
    {
    }
}
