using NotesBot.Library;

namespace NotesBot.Hosting;

/// <summary>Keeps the library fresh while the bot runs.</summary>
internal sealed class IndexingWorker(FreshLibrary library, IHostApplicationLifetime lifetime, ILogger<IndexingWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();

        // Services stop one after the other; what was read is committed while the transport still gives its last answers.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await library.KeepFreshAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.IndexingStopped();
        }
    }
}
