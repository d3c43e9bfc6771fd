using NotesBot.Commands;

namespace NotesBot.Hosting;

/// <summary>Runs the transport; one that can never work ends the program with its sentence, one that breaks is run anew.</summary>
internal sealed class TransportWorker(ITransport transport, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<TransportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Whether the transport gave up.</summary>
    public bool Failed { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RunOnceAsync(stoppingToken);
            }
        }
        catch (TransportStoppedException exception)
        {
            logger.TransportStopped(exception.Message);
            Failed = true;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await transport.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not TransportStoppedException && !stoppingToken.IsCancellationRequested)
        {
            logger.TransportBroken(exception);
            await Task.Delay(PauseAfterFailure, time, stoppingToken);
        }
    }
}
