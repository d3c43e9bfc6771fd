namespace NotesBot.Notes.Reading.Pdf;

/// <summary>
/// Runs the parser on a thread of its own, with a deep stack and a deadline. A thread cannot be ended from outside: it is asked to stop through
/// the token, which the parser meets at every stream and every page; one that never meets it is left behind, and only few may be.
/// </summary>
internal sealed class PdfWatch(TimeProvider timeProvider)
{
    private const int MaxLeftBehind = 2;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static int leftBehind;

    /// <summary>Does the work, and gives its result or throws what it threw.</summary>
    /// <exception cref="UnreadableNoteException">It took too long.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal T Run<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref leftBehind) >= MaxLeftBehind)
        {
            throw new UnreadableNoteException("Other PDFs are still being read without coming to an end; start the program anew to read this one.");
        }

        using var deadline = new CancellationTokenSource(PdfLimits.MaxTime, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var run = Start(work, linked.Token);
        try
        {
            WaitFor(run, linked.Token);
            return run.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new UnreadableNoteException($"It was not read within {PdfLimits.MaxTime.TotalSeconds:0} seconds.", exception);
        }
    }

    private static Task<T> Start<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Finish(end, work, cancellationToken), PdfLimits.StackBytes) { IsBackground = true, Name = "pdf" }.Start();
        return end.Task;
    }

    private static void Finish<T>(TaskCompletionSource<T> end, Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        try
        {
            end.SetResult(work(cancellationToken));
        }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            end.SetException(exception);
        }
    }

    /// <summary>Waits for the end; once the token is cancelled, for a moment only.</summary>
    private static void WaitFor(Task run, CancellationToken cancellationToken)
    {
        try
        {
            Task.WaitAny([run], cancellationToken);
        }
        catch (OperationCanceledException) when (Task.WaitAny([run], Grace) < 0)
        {
            Interlocked.Increment(ref leftBehind);
            _ = run.ContinueWith(static _ => Interlocked.Decrement(ref leftBehind), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
        catch (OperationCanceledException)
        {
            // It stopped in time, or ended just then: its own outcome counts.
        }
    }
}
