namespace NotesBot.Notes;

/// <summary>Reads files in a process of its own, which can be ended when it hangs or asks for too much. Safe to use from many threads.</summary>
public interface IReaderProcess : IAsyncDisposable
{
    /// <summary>Reads one file there. Nothing that the file does makes it throw, not even the end of that process: the reading carries the fault.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<FileReading> ReadAsync(ReadingOrder order, CancellationToken cancellationToken);
}
