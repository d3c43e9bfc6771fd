using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Library.Tests;

/// <summary>Temporary notes with a library of them. Deleted at the end.</summary>
internal sealed class Shelf : IDisposable
{
    private static readonly DateTime Written = new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);
    private readonly string _root = Directory.CreateTempSubdirectory("notesbot-").FullName;
    private int _changes;

    public Shelf()
    {
        Directory.CreateDirectory(Notes);
        Options = new LibraryOptions(new NotesOptions { Path = Notes }, new SearchOptions { HasThesaurus = false }, Path.Combine(_root, "index"));
    }

    public string Notes => Path.Combine(_root, "notes");

    public LibraryOptions Options { get; init; }

    /// <summary>What the library works with.</summary>
    public LibraryTools Tools { get; init; } = new(static () => new InProcess(), TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>Writes a note; each writing has a time stamp of its own.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Notes, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        File.SetLastWriteTimeUtc(full, Written.AddMinutes(_changes++));
    }

    /// <summary>The notes as they are now.</summary>
    public NotesSnapshot Snapshot() => new(new NotesFolder(Options.Notes, NullLogger<NotesFolder>.Instance), version: null, fault: null, static () => { });

    public FreshLibrary Open(INotesSource source) => FreshLibrary.Open(Options, source, Tools);

    public FreshLibrary Open() => Open(NotesSource.Of(Options.Notes, Path.Combine(_root, "clone"), Tools.Time, Tools.Loggers));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    internal sealed class InProcess : IReaderProcess
    {
        public Task<FileReading> ReadAsync(ReadingOrder order, CancellationToken cancellationToken) =>
            Task.FromResult(NoteReader.Read(order, cancellationToken));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>A log whose lines a test waits for.</summary>
internal sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    /// <summary>Waits for a line that holds these words.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"Nothing says {words}.");
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // It has one place for all lines.
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite($"{logLevel}: {formatter(state, exception)}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
