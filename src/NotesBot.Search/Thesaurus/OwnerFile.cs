using System.Globalization;

namespace NotesBot.Search.Thesaurus;

/// <summary>A file that the owner keeps beside the notes, opened by their rules: a regular file, within its folder, of a bounded size.</summary>
internal static class OwnerFile
{
    /// <summary>Tells one state of a file from another; empty when there is none that may be opened.</summary>
    internal static string StampOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {TimeOf(file)}") : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Opens it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="maxBytes">A larger one is refused.</param>
    /// <exception cref="IOException">It is no regular file, leads out of its folder, is too large, or cannot be read; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to read it.</exception>
    internal static Stream Open(string path, long maxBytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
        var file = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path);

        // Pipes and devices have no length, and opening a pipe waits for its writer.
        return !file.FullName.StartsWith(folder, StringComparison.Ordinal) ? throw new IOException("it is a link that leads out of its folder")
            : file.Length == 0 ? Stream.Null
            : file.Length > maxBytes ? throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it is larger than {maxBytes} bytes"))
            : file.OpenRead();
    }

    private static long TimeOf(FileInfo file)
    {
        try
        {
            return file.LastWriteTimeUtc.Ticks;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A time that no calendar has.
            return -1;
        }
    }
}
