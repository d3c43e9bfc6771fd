namespace NotesBot.Search.Store;

/// <summary>
/// Keeps a second writer out, also one of another process. Lucene's own lock does not on Linux: a second writer gets in, and
/// announced passages are lost. Nothing is written to the file, so that a full disk does not matter.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    internal static WriterLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "writer.lock");
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            throw new IndexLockedException($"Another process writes to the index in {directory}; stop it, or name another index.", exception);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Sharing or lock violation on Windows, EAGAIN on Linux, EWOULDBLOCK on macOS.</summary>
    private static bool IsTaken(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
