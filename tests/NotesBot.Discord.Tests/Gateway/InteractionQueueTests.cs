using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Gateway;

public sealed class InteractionQueueTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly DiscordMetrics _metrics = new();
    private readonly HeldHandler _handler = new();

    private static CancellationToken Cancelled => TestLimit.Token;

    public void Dispose() => _metrics.Dispose();

    [Fact, Trait("Case", "GW-28"), Trait("Case", "GW-55"), Trait("Case", "LR-12")]
    public async Task GivenAnInteraction_WhenItComesAgain_ThenItIsAnsweredOnce()
    {
        var queue = Queue();

        queue.Accept(1, default, _time.GetTimestamp());
        queue.Accept(1, default, _time.GetTimestamp());
        await FinishAsync(queue);

        Assert.Equal((1, 0), (_handler.Handled, _handler.Refused));
    }

    [Fact, Trait("Case", "LR-14")]
    public async Task GivenAllHandlersBusy_WhenMoreComes_ThenTheSurplusIsRefusedOrCountedAndAcceptingNeverWaits()
    {
        var queue = Queue();
        var running = queue.RunAsync(Cancelled);
        const int Sent = InteractionQueue.Handlers + InteractionQueue.Capacity + 10_000;

        for (ulong id = 1; id <= Sent; id++)
        {
            queue.Accept(id, default, _time.GetTimestamp());
        }

        queue.Complete();
        _handler.Release.SetResult();
        await running;

        Assert.InRange(_handler.Handled, InteractionQueue.Capacity, InteractionQueue.Handlers + InteractionQueue.Capacity);
        Assert.True(_handler.Refused > 0);
        Assert.Equal(Sent, _handler.Handled + _handler.Refused + _metrics.Dropped);
    }

    [Fact, Trait("Case", "LR-14")]
    public async Task GivenAnInteraction_WhenItHasWaitedTooLong_ThenItIsDroppedAndCounted()
    {
        var queue = Queue();
        queue.Accept(1, default, _time.GetTimestamp());
        _time.Advance(TimeSpan.FromMilliseconds(2_501));
        queue.Accept(2, default, _time.GetTimestamp());

        await FinishAsync(queue);

        Assert.Equal((1, 1L), (_handler.Handled, _metrics.Dropped));
    }

    [Fact]
    public async Task GivenHandlersThatThrow_WhenMoreComes_ThenItIsStillHandled()
    {
        var queue = Queue();
        _handler.Failure = new InvalidOperationException("broken");
        for (ulong id = 1; id <= 2 * InteractionQueue.Handlers; id++)
        {
            queue.Accept(id, default, _time.GetTimestamp());
        }

        await FinishAsync(queue);

        Assert.Equal(2 * InteractionQueue.Handlers, _handler.Handled);
    }

    [Fact, Trait("Case", "GW-39")]
    public async Task GivenAHandlerThatNeverEnds_WhenTheProcessCanWaitNoLonger_ThenTheQueueEnds()
    {
        var queue = Queue();
        using var abandon = new CancellationTokenSource();
        queue.Accept(1, default, _time.GetTimestamp());
        var running = queue.RunAsync(abandon.Token);
        await _handler.Started.Task.WaitAsync(Cancelled);

        queue.Complete();
        await abandon.CancelAsync();

        await running.WaitAsync(Cancelled);
    }

    [Fact, Trait("Case", "LR-04")]
    public void Given100000Interactions_WhenTimePasses_ThenTheMemoryOfThemIsBoundedAndEnds()
    {
        var recent = new RecentInteractions(_time);

        for (ulong id = 1; id <= 300_000; id++)
        {
            recent.TryAdd(id);
        }

        Assert.InRange(recent.Count, 1, RecentInteractions.Capacity);
        Assert.False(recent.TryAdd(300_000));
        _time.Advance(TimeSpan.FromMinutes(14));
        Assert.False(recent.TryAdd(300_000));
        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.True(recent.TryAdd(300_000));
        Assert.Equal(1, recent.Count);
    }

    private InteractionQueue Queue() => new(
        _handler, new NoResponse(), new RecentInteractions(_time),
            new QueueContext(_time, _metrics, NullLogger<InteractionQueue>.Instance));

    private async Task FinishAsync(InteractionQueue queue)
    {
        _handler.Release.SetResult();
        queue.Complete();
        await queue.RunAsync(Cancelled);
    }

    private sealed class HeldHandler : IInteractionHandler
    {
        private int _handled;
        private int _refused;

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Failure { get; set; }

        public int Handled => _handled;

        public int Refused => _refused;

        public async Task HandleAsync(ReceivedInteraction interaction, CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            await Release.Task.WaitAsync(cancellationToken);
            Interlocked.Increment(ref _handled);
            if (Failure is { } failure)
            {
                throw failure;
            }
        }

        public Task RefuseAsync(ReceivedInteraction interaction, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _refused);
            return Task.CompletedTask;
        }
    }

    private sealed class NoResponse : IFirstResponse
    {
        public bool IsConfirmed => true;

        public Task<RestResult> RespondAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nobody answers here.");
    }
}
