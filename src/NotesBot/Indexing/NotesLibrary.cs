using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Cli;
using NotesBot.Notes.Links;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Indexing;

/// <summary>A folder of notes with its index: opened to answer from, or also to write.</summary>
internal sealed class NotesLibrary : IDisposable
{
    private readonly PassageIndexWriter? _writer;
    private readonly PassageSearcher? _reader;
    private readonly NotesIndexer? _indexer;
    private readonly INotesSource? _source;

    private NotesLibrary(Settings settings, PassageIndexWriter writer, ILoggerFactory loggers)
    {
        _writer = writer;
        _source = NotesSource.Of(settings.Notes, settings.ClonePath, TimeProvider.System, loggers);
        _indexer = new NotesIndexer(_source, settings.Notes, writer, TimeProvider.System);
        Searcher = writer.Searcher;
        Links = new NoteLinks(settings.Notes, () => Searcher.Library.Version);
    }

    private NotesLibrary(PassageSearcher reader, NoteLinks links)
    {
        _reader = reader;
        Searcher = reader;
        Links = links;
    }

    /// <summary>Answers questions.</summary>
    public IPassageSearcher Searcher { get; }

    /// <summary>Where passages stand on the notes' host.</summary>
    public NoteLinks Links { get; }

    /// <summary>Brings the index up to date.</summary>
    /// <exception cref="InvalidOperationException">The library was opened for reading.</exception>
    public NotesIndexer Indexer => _indexer ?? throw new InvalidOperationException("The library was opened for reading.");

    /// <summary>Where the notes come from.</summary>
    /// <exception cref="InvalidOperationException">The library was opened for reading.</exception>
    public INotesSource Source => _source ?? throw new InvalidOperationException("The library was opened for reading.");

    /// <summary>The index, to be looked at and begun anew.</summary>
    /// <exception cref="InvalidOperationException">The library was opened for reading.</exception>
    public PassageIndexWriter Index => _writer ?? throw new InvalidOperationException("The library was opened for reading.");

    /// <summary>Opens the index as its one writer; <paramref name="anew"/> begins it anew whatever is there.</summary>
    /// <exception cref="SettingsException">There is no notes folder.</exception>
    /// <exception cref="IndexLockedException">Another process writes to it.</exception>
    /// <exception cref="IndexUnavailableException">Its folder cannot be made or written.</exception>
    public static NotesLibrary OpenForWriting(Settings settings, ILoggerFactory loggers, bool anew)
    {
        if (!settings.Notes.IsRepository && !Directory.Exists(settings.Notes.Path))
        {
            throw new SettingsException($"There is no notes folder {settings.Notes.Path}: name yours with --notes DIR or Notes__Path.");
        }

        try
        {
            var logger = loggers.CreateLogger<PassageIndexWriter>();
            var writer = anew
                ? PassageIndexWriter.Begin(settings.IndexPath, SourceOf(settings), logger, settings.Search)
                : PassageIndexWriter.Open(settings.IndexPath, SourceOf(settings), logger, settings.Search);
            return new NotesLibrary(settings, writer, loggers);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException($"The index {settings.IndexPath} cannot be written: {exception.Message}");
        }
    }

    /// <summary>Opens the index as it is; builds it first if there is none for these notes, with progress on standard error.</summary>
    /// <exception cref="SettingsException">There is no notes folder to build it from.</exception>
    /// <exception cref="IndexUnavailableException">It has to be built, and another process is at it.</exception>
    public static async Task<NotesLibrary> OpenForReadingAsync(Settings settings, CancellationToken cancellationToken)
    {
        PassageSearcher? reader = null;
        var links = new NoteLinks(settings.Notes, () => reader?.Library.Version);

        // Git is looked at while the index is opened and asked: it takes a fifth of what a first answer does.
        _ = Task.Run(links.Prepare, cancellationToken);
        reader = OpenComplete(settings);
        if (reader is not null)
        {
            return new NotesLibrary(reader, links);
        }

        links.Dispose();
        return await BuildAsync(settings, anew: false, cancellationToken);
    }

    /// <summary>Builds the index anew, since the one that is there cannot be read; says so on standard error.</summary>
    /// <exception cref="IndexUnavailableException">Another process writes to it.</exception>
    public static async Task<NotesLibrary> BuildAnewAsync(Settings settings, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("The index was damaged. It is built anew.");
        return await BuildAsync(settings, anew: true, cancellationToken);
    }

    private static async Task<NotesLibrary> BuildAsync(Settings settings, bool anew, CancellationToken cancellationToken)
    {
        var library = OpenToBuild(settings, anew);
        try
        {
            await library.RefreshAsync(cancellationToken);
            return library;
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    private static NotesLibrary OpenToBuild(Settings settings, bool anew)
    {
        try
        {
            return OpenForWriting(settings, NullLoggerFactory.Instance, anew);
        }
        catch (IndexLockedException)
        {
            const string message = "There is no index that can be read, and another process is writing it. Ask again in a moment.";
            throw new IndexUnavailableException(message);
        }
    }

    /// <summary>Brings the index up to date, with what there is to say meanwhile on standard error.</summary>
    public async Task<RefreshSummary> RefreshAsync(CancellationToken cancellationToken)
    {
        if (_writer?.Restarted is { } reason)
        {
            await Console.Error.WriteLineAsync(Printable.OneLine(reason));
        }

        using var progress = new ConsoleProgress(Console.Error, Console.IsErrorRedirected, TimeProvider.System);
        var summary = await Indexer.RefreshAsync(newest: true, progress, cancellationToken);
        if (summary.NotNewest is { } fault)
        {
            await Console.Error.WriteLineAsync($"The notes could not be fetched, so the last good ones answer. {Printable.OneLine(fault)}");
        }

        return summary;
    }

    /// <summary>Whether all notes were read at least once: an index whose first build was stopped holds only some.</summary>
    public static bool IsComplete(IPassageSearcher searcher) => searcher.Library.Refreshed > DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public void Dispose()
    {
        Links.Dispose();
        _source?.Dispose();
        _reader?.Dispose();
        _writer?.Dispose();
    }

    private static PassageSearcher? OpenComplete(Settings settings)
    {
        try
        {
            var searcher = PassageSearcher.OpenForReading(settings.IndexPath, SourceOf(settings), settings.Search);
            if (IsComplete(searcher))
            {
                return searcher;
            }

            searcher.Dispose();
            return null;
        }
        catch (IndexUnavailableException)
        {
            // None, or one that cannot be used: the caller builds it.
            return null;
        }
    }

    // Which notes an index is of: two folders never share one.
    private static string SourceOf(Settings settings) => NotesSource.NameOf(settings.Notes);
}
