using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NotesBot.Notes.Sources;

namespace NotesBot.Library.Tests;

/// <summary>A source of notes that a test holds in its hands: what opening does, and when it tells of a change.</summary>
internal sealed class FakeSource(Func<NotesSnapshot> open) : INotesSource
{
    private readonly Channel<Exception?> _changes = Channel.CreateUnbounded<Exception?>();

    /// <summary>How often it was asked to be watched.</summary>
    public int Watched { get; private set; }

    /// <summary>What opening does from now on.</summary>
    public Func<NotesSnapshot> Opening { get; set; } = open;

    public Task<NotesSnapshot> OpenAsync(bool newest, CancellationToken cancellationToken) => Task.FromResult(Opening());

    public async IAsyncEnumerable<DateTimeOffset> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watched++;
        await foreach (var failure in _changes.Reader.ReadAllAsync(cancellationToken))
        {
            yield return failure is null ? DateTimeOffset.UnixEpoch : throw failure;
        }
    }

    public void Nudge() => _changes.Writer.TryWrite(null);

    /// <summary>The watching fails with this.</summary>
    public void FailWatching(Exception failure) => _changes.Writer.TryWrite(failure);

    public void Dispose()
    {
        // Nothing is held.
    }
}
