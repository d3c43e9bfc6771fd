using NotesBot.Commands;
using NotesBot.Library;

namespace NotesBot.Hosting;

/// <summary>Writes the health file every few seconds.</summary>
internal sealed class HealthWriter(
    Settings settings, FreshLibrary library, ITransport transport, TimeProvider time, ILogger<HealthWriter> logger) : BackgroundService
{
    private readonly WarningPace _warnings = new(time);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            HealthFile.Delete(settings.IndexPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.HealthNotWritten(exception.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(HealthFile.Interval, time);
        do
        {
            Write();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Write()
    {
        try
        {
            new HealthFile(time.GetUtcNow(), library.IsReady, transport.IsConnected, library.Fault) { Vectors = library.Model?.Progress }
                .Write(settings.IndexPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (_warnings.IsDue())
            {
                logger.HealthNotWritten(exception.Message);
            }
        }
    }
}
