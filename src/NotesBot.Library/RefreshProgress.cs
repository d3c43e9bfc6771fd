using Microsoft.Extensions.Logging;

namespace NotesBot.Library;

/// <summary>How far a refresh of a running bot is: for who asks meanwhile, and a line in the log every few seconds.</summary>
internal sealed class RefreshProgress(LiveSearcher searcher, TimeProvider time, ILogger logger) : IProgress<IndexProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private long _told = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report(IndexProgress value)
    {
        searcher.Report(value);
        lock (_gate)
        {
            if (time.GetElapsedTime(_told) >= Interval)
            {
                _told = time.GetTimestamp();
                logger.ReadingNotes(value.Done, value.Total);
            }
        }
    }
}
