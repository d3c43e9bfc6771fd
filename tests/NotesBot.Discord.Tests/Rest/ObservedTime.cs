using Microsoft.Extensions.Time.Testing;

namespace NotesBot.Discord.Tests.Rest;

/// <summary>A clock that tests move, and that says when the code has begun to wait: advancing before would race.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _waits.Add(dueTime);
            _more.TrySetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return timer;
    }

    /// <summary>Forgets the waits seen so far.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _waits.Clear();
        }
    }

    /// <summary>The first wait that fits, once the code has begun one.</summary>
    public async Task<TimeSpan> WaitAsync(Func<TimeSpan, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_waits.Where(fits).Cast<TimeSpan?>().FirstOrDefault() is { } found)
                {
                    return found;
                }

                next = _more.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits for such a wait and lets its time pass.</summary>
    public async Task PassAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await WaitAsync(due => due == wait, cancellationToken);
        Advance(wait);
    }
}

/// <summary>Chance that always says the same.</summary>
internal sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
