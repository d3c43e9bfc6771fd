using System.ComponentModel;
using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Reading;

/// <summary>
/// The processes that read what may hurt: none until the first such file comes, then one for all of them. When it takes too long it is ended, and
/// the next file gets a new one. Two at once would need more memory than all the rest of the bot.
/// </summary>
internal sealed class ReaderProcesses(TimeProvider time) : IReaderProcess
{
    // A reader that waits for something that never comes uses no processor time.
    private const int WaitingFactor = 10;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _turn = new(1);
    private ReaderProcess? _idle;

    /// <inheritdoc/>
    public async Task<FileReading> ReadAsync(ReadingOrder order, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // A process may die of what has nothing to do with the file: a second one that dies as well has died of it.
            return await TryAsync(order, cancellationToken) ?? await TryAsync(order, cancellationToken)
                ?? Failed(order, "Its reader broke down, twice: the file is broken, or made to do that.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_idle is not null)
        {
            await _idle.DisposeAsync();
        }

        _turn.Dispose();
    }

    /// <summary>Reads with one process; <see langword="null"/> when that died.</summary>
    private async Task<FileReading?> TryAsync(ReadingOrder order, CancellationToken cancellationToken)
    {
        if (Take() is not { } process)
        {
            return Failed(order, "The system did not let a process start that reads it.");
        }

        var isDone = false;
        try
        {
            var reading = await AskAsync(process, order, cancellationToken);
            isDone = reading is not null;
            return reading ?? Failed(order, TooLong(order));
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            await PutBackAsync(process, isDone);
        }
    }

    /// <summary>What the process says; <see langword="null"/> when it was not done in time.</summary>
    private async Task<FileReading?> AskAsync(ReaderProcess process, ReadingOrder order, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = process.AskAsync(order, over.Token);
        var deadline = PassAsync(process, ReadingLimits.MaxTimeOf(order.File.Path), over.Token);
        var first = await Task.WhenAny(answer, deadline);
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == answer ? await answer : null;
    }

    /// <summary>Ends when the process has used up a time, or has done nothing for a multiple of it.</summary>
    private async Task PassAsync(ReaderProcess process, TimeSpan limit, CancellationToken cancellationToken)
    {
        var used = process.Used;
        var started = time.GetTimestamp();
        do
        {
            await Task.Delay(LookInterval, time, cancellationToken);
        }
        while (process.Used - used < limit && time.GetElapsedTime(started) < limit * WaitingFactor);
    }

    private ReaderProcess? Take()
    {
        try
        {
            return Interlocked.Exchange(ref _idle, null) ?? ReaderProcess.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private async Task PutBackAsync(ReaderProcess process, bool isDone)
    {
        if (isDone)
        {
            _idle = process;
        }
        else
        {
            await process.DisposeAsync();
        }
    }

    private static FileReading Failed(ReadingOrder order, string reason) => FileReading.Failed(order.File, reason) with { Hash = order.Hash };

    private static string TooLong(ReadingOrder order) => string.Create(
        CultureInfo.InvariantCulture, $"It was not read within {ReadingLimits.MaxTimeOf(order.File.Path).TotalSeconds:0} seconds.");
}
