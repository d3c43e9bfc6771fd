using System.Collections.Concurrent;
using System.Globalization;

namespace NotesBot.Library;

/// <summary>Whether a library still lives: its worker gets on, and its answers come. Safe to use from many threads.</summary>
internal sealed class LibraryVitals(TimeProvider time)
{
    /// <summary>A worker that neither reads a file nor begins a look for so long is stuck: a look is due every five minutes.</summary>
    private static readonly TimeSpan MaxStillness = TimeSpan.FromMinutes(15);

    /// <summary>An answer takes milliseconds.</summary>
    private static readonly TimeSpan MaxAnswer = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<long, long> _answering = new();
    private long _questions;
    private long _beat;

    /// <summary>What is wrong, a sentence; <see langword="null"/> when all is well.</summary>
    internal string? Fault => _beat != 0 && time.GetElapsedTime(Volatile.Read(ref _beat)) is var still && still > MaxStillness
        ? string.Create(CultureInfo.InvariantCulture, $"The notes have not been looked through for {still.TotalMinutes:0} minutes: what looks is stuck.")
        : _answering.Values.Any(begun => time.GetElapsedTime(begun) > MaxAnswer) ? "A question has waited for its answer for too long."
        : null;

    /// <summary>The worker gets on.</summary>
    internal void Beat() => Volatile.Write(ref _beat, time.GetTimestamp());

    /// <summary>Answers, and knows since when.</summary>
    internal T Answer<T>(Func<T> answer)
    {
        var question = Interlocked.Increment(ref _questions);
        _answering[question] = time.GetTimestamp();
        try
        {
            return answer();
        }
        finally
        {
            _answering.TryRemove(question, out _);
        }
    }
}
