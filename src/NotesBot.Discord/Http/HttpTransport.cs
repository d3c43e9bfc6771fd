using NotesBot.Commands;
using NotesBot.Discord.Registration;

namespace NotesBot.Discord.Http;

/// <summary>Discord over HTTP: the host's web server takes the interactions, here only the commands are registered.</summary>
internal sealed class HttpTransport(ApplicationSetup setup, TimeProvider time) : ITransport
{
    /// <inheritdoc/>
    /// <remarks>Discord calls us: there is no connection that could be lost.</remarks>
    public bool IsConnected => true;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await setup.RunAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Left as asked; the web server finishes what it took.
        }
    }
}
