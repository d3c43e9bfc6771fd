using NotesBot.Commands;

namespace NotesBot.Hosting;

/// <summary>Runs the transport; one that can never work ends the program with its sentence.</summary>
internal sealed class TransportWorker(ITransport transport, IHostApplicationLifetime lifetime, ILogger<TransportWorker> logger)
    : BackgroundService
{
    /// <summary>Whether the transport gave up.</summary>
    public bool Failed { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await transport.RunAsync(stoppingToken);
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
}
