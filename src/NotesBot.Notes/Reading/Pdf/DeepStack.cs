using System.Runtime.ExceptionServices;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Runs the parser on a thread of its own with a deep stack: it is recursive.</summary>
internal static class DeepStack
{
    /// <summary>Does the work to its end, and gives its result or throws what it threw.</summary>
    internal static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() => failure = Try(work, out result), PdfLimits.StackBytes) { IsBackground = true, Name = "pdf" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    private static ExceptionDispatchInfo? Try<T>(Func<T> work, out T? result)
    {
        result = default;
        try
        {
            result = work();
            return null;
        }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
