namespace NotesBot.Search.Storage;

/// <summary>
/// Keeps a second writer out, also one of another process. Lucene's own lock does not on Linux: a second writer gets in, and
/// announced passages are lost. The file says whether the last writer closed its index.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file)
    {
        _file = file;
        WasLeftOpen = file.Length > 0;
        file.SetLength(0);
        file.WriteByte((byte)'w');
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether the writer before this one ended without closing.</summary>
    internal bool WasLeftOpen { get; }

    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    internal static WriterLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "writer.lock");
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new IndexLockedException($"Another process writes to the index in {directory}; stop it, or name another index.", exception);
        }
    }

    /// <summary>Notes that the index was closed in order. Without it the next writer checks the index.</summary>
    internal void Closed()
    {
        _file.SetLength(0);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
