using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>
/// Between the gateway's loop, which never waits, and the handlers, of which so many run at once. What does not fit is told that the bot
/// is busy; what has waited too long to be answered in time is dropped and counted. Accepting is safe from many threads.
/// </summary>
internal sealed class InteractionQueue(
    IInteractionHandler handler, IFirstResponse callback, RecentInteractions recent, QueueContext context)
{
    /// <summary>Handlers at once. Most of their time they wait for Discord.</summary>
    public const int Handlers = 128;

    /// <summary>Interactions that may wait for a handler.</summary>
    public const int Capacity = 1_024;

    /// <summary>Interactions that may wait to be told that the bot is busy.</summary>
    public const int BusyCapacity = 256;

    private const int BusyHandlers = 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(2_500);
    private volatile Channel<ReceivedInteraction> _waiting = Channel.CreateBounded<ReceivedInteraction>(Capacity);
    private volatile Channel<ReceivedInteraction> _surplus = Channel.CreateBounded<ReceivedInteraction>(BusyCapacity);

    /// <summary>Takes an interaction, or drops it when it is known, or when nothing more can be taken. Never waits, never throws.</summary>
    public void Accept(ulong id, ReadOnlyMemory<byte> payload, long receivedAt)
    {
        if (!recent.TryAdd(id))
        {
            context.Metrics.InteractionRepeated();
            context.Logger.InteractionRepeated(id);
            return;
        }

        var interaction = new ReceivedInteraction(payload, receivedAt, callback);
        if (!_waiting.Writer.TryWrite(interaction) && !_surplus.Writer.TryWrite(interaction))
        {
            Drop(id, TimeSpan.Zero);
        }
    }

    /// <summary>Takes nothing more. What was taken is still answered.</summary>
    public void Complete()
    {
        _waiting.Writer.TryComplete();
        _surplus.Writer.TryComplete();
    }

    /// <summary>Answers until <see cref="Complete"/> was called and nothing is left. It may be run again then.</summary>
    /// <param name="abandon">Cancelled when the process can wait no longer.</param>
    public Task RunAsync(CancellationToken abandon)
    {
        if (_waiting.Reader.Completion.IsCompleted)
        {
            _waiting = Channel.CreateBounded<ReceivedInteraction>(Capacity);
            _surplus = Channel.CreateBounded<ReceivedInteraction>(BusyCapacity);
        }

        var (waiting, surplus) = (_waiting.Reader, _surplus.Reader);
        return Task.WhenAll(
        [
            .. Enumerable.Range(0, Handlers).Select(_ => WorkAsync(waiting, handler.HandleAsync, abandon)),
            .. Enumerable.Range(0, BusyHandlers).Select(_ => WorkAsync(surplus, handler.RefuseAsync, abandon)),
        ]);
    }

    private async Task WorkAsync(
        ChannelReader<ReceivedInteraction> source, Func<ReceivedInteraction, CancellationToken, Task> answer, CancellationToken abandon)
    {
        try
        {
            while (true)
            {
                // One interaction wakes one handler; waiting for "something to read" would wake them all each time.
                await AnswerAsync(await source.ReadAsync(abandon), answer, abandon);
            }
        }
        catch (ChannelClosedException)
        {
            // Complete, and nothing is left.
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            context.Logger.HandlerAbandoned();
        }
    }

    private async Task AnswerAsync(
        ReceivedInteraction interaction, Func<ReceivedInteraction, CancellationToken, Task> answer, CancellationToken abandon)
    {
        var waited = context.Time.GetElapsedTime(interaction.ReceivedAt);
        if (waited > LongestWait)
        {
            Drop(0, waited);
            return;
        }

        try
        {
            await answer(interaction, abandon);
        }
        catch (Exception e) when (e is not OperationCanceledException || !abandon.IsCancellationRequested)
        {
            // The last line of defence: a handler that throws must not take one of the few places with it.
            context.Logger.HandlerFailed(e);
        }
    }

    private void Drop(ulong id, TimeSpan waited)
    {
        context.Metrics.InteractionDropped();
        context.Logger.InteractionDropped(id, waited.TotalMilliseconds);
    }
}

/// <summary>What the queue needs besides.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Metrics">What is counted.</param>
/// <param name="Logger">The log.</param>
internal sealed record QueueContext(TimeProvider Time, DiscordMetrics Metrics, ILogger<InteractionQueue> Logger);
