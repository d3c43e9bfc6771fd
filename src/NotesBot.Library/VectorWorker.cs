using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NotesBot.Library;

/// <summary>Makes the vectors of passages in the background: after each change of the index, and again later where that failed.</summary>
internal sealed class VectorWorker(FreshLibrary library, LibraryTools tools)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ILogger _logger = tools.Loggers.CreateLogger<VectorWorker>();
    private string? _failure;

    /// <summary>The index has changed.</summary>
    internal void Nudge() => _changed.Writer.TryWrite(true);

    /// <summary>Works until it is cancelled; does nothing where there is no model.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; it ends in no other way.</exception>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _changed.Reader.ReadAsync(cancellationToken);
            while (!await TryMakeAsync(cancellationToken))
            {
                await Task.Delay(PauseAfterFailure, tools.Time, cancellationToken);
            }
        }
    }

    private async Task<bool> TryMakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await library.MakeVectorsAsync(progress: null, cancellationToken);
            _failure = null;
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A full disk, an index that is being made anew, native code: words answer meanwhile, and it is tried again.
            if (exception.Message != _failure)
            {
                _logger.VectorsNotMade(exception, exception.Message);
            }

            _failure = exception.Message;
            return false;
        }
    }
}
