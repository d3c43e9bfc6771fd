namespace NotesBot.Discord.Simulator;

/// <summary>What happened, in order; a test reads it or awaits what is still to come. Safe to use from many threads.</summary>
/// <param name="capacity">How many of the newest are kept; older ones are forgotten.</param>
public sealed class EventLog<T>(int capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<T> _items = [];
    private readonly List<Waiter> _waiters = [];
    private long _total;

    /// <summary>A copy of what is kept, oldest first.</summary>
    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>How many were ever added.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>The first kept one that fits, or the first that will.</summary>
    public Task<T> FirstAsync(Func<T, bool> fits, CancellationToken cancellationToken) => NthAsync(1, fits, cancellationToken);

    /// <summary>The <paramref name="count"/>th (from 1) that fits, among the kept ones and those to come.</summary>
    public Task<T> NthAsync(int count, Func<T, bool> fits, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var waiter = new Waiter(fits, count);
            foreach (var item in _items)
            {
                if (waiter.Offer(item))
                {
                    return waiter.Task;
                }
            }

            _waiters.Add(waiter);
            return waiter.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next one that fits; what has already happened does not count.</summary>
    public Task<T> NextAsync(Func<T, bool> fits, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var waiter = new Waiter(fits, 1);
            _waiters.Add(waiter);
            return waiter.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Add(T item)
    {
        lock (_gate)
        {
            _total++;
            _items.AddLast(item);
            if (_items.Count > capacity)
            {
                _items.RemoveFirst();
            }

            _waiters.RemoveAll(waiter => waiter.Offer(item));
        }
    }

    private sealed class Waiter(Func<T, bool> fits, int count)
    {
        private readonly TaskCompletionSource<T> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task<T> Task => _found.Task;

        public bool Offer(T item) => fits(item) && --_left <= 0 && _found.TrySetResult(item);
    }
}
