using Lucene.Net.Index;

namespace NotesBot.Search.Store;

/// <summary>
/// Merges segments beside the writer, and keeps what went wrong for it: Lucene.NET throws it where nobody can catch it, and a full disk
/// would end the process.
/// </summary>
internal sealed class BackgroundMerges : ConcurrentMergeScheduler
{
    private volatile Exception? _failure;

    /// <exception cref="IOException">A merge failed: the writer has to be rolled back.</exception>
    internal void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw new IOException($"Merging segments failed: {failure.Message}", failure);
        }
    }

    protected override void HandleMergeException(Exception exc) => _failure ??= exc;
}
