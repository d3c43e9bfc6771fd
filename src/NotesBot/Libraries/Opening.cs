using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Reading;
using NotesBot.Search;
using NotesBot.Terminal;

namespace NotesBot.Libraries;

/// <summary>Opens the library that is configured; what there is to say meanwhile goes to standard error.</summary>
internal static class Opening
{
    /// <summary>Opens it to be kept fresh; <paramref name="anew"/> begins its index anew whatever is there.</summary>
    /// <exception cref="SettingsException">There is no notes folder.</exception>
    /// <exception cref="IndexLockedException">Another process writes to its index.</exception>
    /// <exception cref="IndexUnavailableException">The folder of its index cannot be made or written.</exception>
    public static FreshLibrary ForWriting(Settings settings, ILoggerFactory loggers, bool anew)
    {
        if (!settings.Notes.IsRepository && !Directory.Exists(settings.Notes.Path) && !HasIndex(settings))
        {
            throw new SettingsException($"There is no notes folder {settings.Notes.Path}: name yours with --notes DIR or Notes__Path.");
        }

        var source = NotesSource.Of(settings.Notes, settings.ClonePath, TimeProvider.System, loggers);
        var tools = new LibraryTools(static () => new ReaderProcesses(TimeProvider.System), TimeProvider.System, loggers);
        return FreshLibrary.Open(settings.Library, source, tools, anew);
    }

    /// <summary>Opens it as it is; builds its index first if there is none for these notes.</summary>
    /// <exception cref="SettingsException">There is no notes folder to build it from.</exception>
    /// <exception cref="IndexUnavailableException">It has to be built, and another process is at it.</exception>
    public static async Task<ILibrary> ForReadingAsync(Settings settings, CancellationToken cancellationToken) =>
        (ILibrary?)StandingLibrary.TryOpen(settings.Library) ?? await BuildAsync(settings, anew: false, cancellationToken);

    /// <summary>Builds the index anew, since the one that is there cannot be read.</summary>
    /// <exception cref="IndexUnavailableException">Another process writes to it.</exception>
    public static async Task<ILibrary> AnewAsync(Settings settings, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("The index was damaged. It is built anew.");
        return await BuildAsync(settings, anew: true, cancellationToken);
    }

    /// <summary>Brings a library up to date.</summary>
    public static async Task<RefreshSummary> RefreshAsync(FreshLibrary library, CancellationToken cancellationToken)
    {
        if (library.Restarted is { } reason)
        {
            await Console.Error.WriteLineAsync(Printable.OneLine(reason));
        }

        using var progress = new ConsoleProgress(Console.Error, Console.IsErrorRedirected, TimeProvider.System);
        var summary = await library.RefreshAsync(progress, cancellationToken);
        if (summary.NotNewest is { } fault)
        {
            await Console.Error.WriteLineAsync($"The notes could not be fetched, so the last good ones answer. {Printable.OneLine(fault)}");
        }

        return summary;
    }

    /// <summary>Whether there are last good notes to answer from: then a folder that is missing may come back.</summary>
    private static bool HasIndex(Settings settings)
    {
        using var library = StandingLibrary.TryOpen(settings.Library);
        return library is not null;
    }

    private static async Task<ILibrary> BuildAsync(Settings settings, bool anew, CancellationToken cancellationToken)
    {
        var library = OpenToBuild(settings, anew);
        try
        {
            await RefreshAsync(library, cancellationToken);
            return library;
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    private static FreshLibrary OpenToBuild(Settings settings, bool anew)
    {
        try
        {
            return ForWriting(settings, NullLoggerFactory.Instance, anew);
        }
        catch (IndexLockedException)
        {
            const string message = "There is no index that can be read, and another process is writing it. Ask again in a moment.";
            throw new IndexUnavailableException(message);
        }
    }
}
