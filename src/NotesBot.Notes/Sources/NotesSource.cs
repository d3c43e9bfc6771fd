using Microsoft.Extensions.Logging;

using NotesBot.Notes.Links;
namespace NotesBot.Notes.Sources;

/// <summary>Makes the source that <see cref="NotesOptions.Path"/> names.</summary>
public static class NotesSource
{
    /// <summary>A folder, or a git repository that is followed.</summary>
    /// <param name="options">Checked: see <c>Faults</c>.</param>
    /// <param name="dataFolder">Where a clone is kept, if there is one; one process uses it at a time.</param>
    /// <param name="time">The clock of the regular looks.</param>
    /// <param name="loggers">Hear what happens.</param>
    public static INotesSource Of(NotesOptions options, string dataFolder, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        return GitAddress.Of(options) is { } address
            ? new GitSource(options, new GitClone(dataFolder, address), time, loggers)
            : new FolderSource(options, time, loggers);
    }

    /// <summary>What notes these are, so that no index is used for others: the full path, or the address with branch and folder.</summary>
    public static string NameOf(NotesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return GitAddress.Of(options) is { } address ? $"{address.Url} {options.Branch} {options.Folder}" : Path.GetFullPath(options.Path);
    }
}
