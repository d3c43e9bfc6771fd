namespace NotesBot.Discord.Simulator.Storm;

/// <summary>What became of each interaction, and when Discord (or this machine) was away. Safe from many threads.</summary>
internal sealed class StormLedger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FinishPatience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly List<Excuse> _excuses = [];
    private readonly SortedDictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly List<string> _unexplained = [];
    private readonly List<double> _firstMs = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
    private int _sent;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(_start);

    /// <summary>Interactions that nothing explains the loss of.</summary>
    public IReadOnlyList<string> Unexplained
    {
        get
        {
            lock (_gate)
            {
                return [.. _unexplained];
            }
        }
    }

    /// <summary>Something went wrong on purpose.</summary>
    public void Count(string fault)
    {
        lock (_gate)
        {
            _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
        }
    }

    /// <summary>From now on, and a little before, interactions may be lost until <see cref="Return"/>.</summary>
    public Excuse Leave(string why)
    {
        var excuse = new Excuse(why, Now - Patience, TimeSpan.MaxValue, int.MaxValue);
        Add(excuse);
        return excuse;
    }

    /// <summary>What began with <see cref="Leave"/> is over.</summary>
    public void Return(Excuse excuse)
    {
        lock (_gate)
        {
            excuse.To = Now + Patience;
        }
    }

    /// <summary>Around now, at most so many interactions may be lost.</summary>
    public void Allow(int most, string why) => Add(new Excuse(why, Now - Patience, Now + (2 * Patience), most));

    /// <summary>A machine that cannot even keep time says nothing about the bot.</summary>
    public void NoteBusy(TimeSpan since) => Add(new Excuse("this machine was busy", since - Patience, Now + Patience, int.MaxValue));

    /// <summary>Waits for the answer to an interaction that has just been sent; its first response, if one came.</summary>
    public async Task<InteractionAnswer?> FollowAsync(SimulatedInteraction interaction)
    {
        var sent = Now;
        using var first = new CancellationTokenSource(Patience, TimeProvider.System);
        using var whole = new CancellationTokenSource(FinishPatience, TimeProvider.System);
        InteractionAnswer? callback = null;
        try
        {
            callback = await interaction.CallbackAsync(first.Token);
            if (callback.Type is 5 or 6)
            {
                await interaction.MessageAsync(whole.Token);
            }

            EnterAnswer(callback.At - interaction.SentAt);
            return callback;
        }
        catch (OperationCanceledException) when (callback is not null && interaction.Original is { IsDeleted: true })
        {
            // Somebody else deleted the message meanwhile: there is nothing left to change.
            EnterAnswer(callback.At - interaction.SentAt);
            return callback;
        }
        catch (OperationCanceledException)
        {
            EnterLoss($"{interaction.Kind} at {sent.TotalSeconds:F1} s (callback {interaction.CallbackType?.ToString() ?? "none"})", sent);
            return null;
        }
    }

    /// <summary>The figures, a line each.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            _firstMs.Sort();
            return $"""
                interactions: {_sent} sent, {_firstMs.Count} answered, {_sent - _firstMs.Count} lost
                first response: p50 {Percentile(0.5):F0} ms, p99 {Percentile(0.99):F0} ms, latest {Percentile(1):F0} ms
                lost while: {string.Join(", ", _lost.Select(pair => $"{pair.Key} {pair.Value}"))}
                lost without a reason: {_unexplained.Count} {string.Join("; ", _unexplained.Take(10))}
                faults: {string.Join(", ", _faults.Select(pair => $"{pair.Key} {pair.Value}"))}
                """;
        }
    }

    /// <summary>Whether a violation says only that an answer came late, to what Discord itself had delivered late.</summary>
    public bool IsExcused(Violation violation)
    {
        var at = violation.At - _began;
        return violation.Rule.Id == "IN-01" && violation.Sentence.StartsWith("The first response came after", StringComparison.Ordinal)
            && Find(at - Patience, at, excuse => excuse.Most == int.MaxValue) is not null;
    }

    private void Add(Excuse excuse)
    {
        lock (_gate)
        {
            _excuses.Add(excuse);
        }
    }

    private void EnterAnswer(TimeSpan after)
    {
        lock (_gate)
        {
            _sent++;
            _firstMs.Add(after.TotalMilliseconds);
        }
    }

    private void EnterLoss(string what, TimeSpan sent)
    {
        lock (_gate)
        {
            _sent++;
            if (Find(sent, sent + Patience, excuse => excuse.Used < excuse.Most) is { } found)
            {
                found.Used++;
                _lost[found.Why] = _lost.GetValueOrDefault(found.Why) + 1;
            }
            else
            {
                _unexplained.Add(what);
            }
        }
    }

    /// <summary>What explains a loss in this time; what explains any number of them comes first.</summary>
    private Excuse? Find(TimeSpan from, TimeSpan to, Func<Excuse, bool> fits)
    {
        lock (_gate)
        {
            return _excuses.Where(excuse => excuse.From <= to && from <= excuse.To && fits(excuse)).MaxBy(excuse => excuse.Most);
        }
    }

    private double Percentile(double share) => _firstMs.Count == 0 ? 0 : _firstMs[(int)(share * (_firstMs.Count - 1))];

    /// <summary>Why interactions may be lost, and when.</summary>
    /// <param name="why">A few words.</param>
    /// <param name="from">Since the beginning of the storm.</param>
    /// <param name="to">The end.</param>
    /// <param name="most">How many.</param>
    internal sealed class Excuse(string why, TimeSpan from, TimeSpan to, int most)
    {
        public string Why => why;

        public TimeSpan From => from;

        public TimeSpan To { get; set; } = to;

        public int Most => most;

        public int Used { get; set; }
    }
}
