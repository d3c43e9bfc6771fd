using NotesBot.Discord.Simulator;

namespace NotesBot.Discord.Tests.Storm;

/// <summary>What became of each interaction, and when Discord (or this machine) was away. Safe from many threads.</summary>
internal sealed class StormLedger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FinishPatience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly List<(TimeSpan From, TimeSpan To, string Why)> _away = [];
    private readonly SortedDictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly List<string> _allowed = [];
    private readonly List<string> _unexplained = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
    private int _sent;
    private int _answered;

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

    /// <summary>Between these moments an interaction may be lost.</summary>
    public void Excuse(TimeSpan from, TimeSpan to, string why)
    {
        lock (_gate)
        {
            _away.Add((from, to, why));
        }
    }

    /// <summary>So many interactions may be lost to it.</summary>
    public void Allow(int losses, string why)
    {
        lock (_gate)
        {
            _allowed.AddRange(Enumerable.Repeat(why, losses));
        }
    }

    /// <summary>What began then, and had no end yet, ends.</summary>
    public void Return(TimeSpan from, TimeSpan to)
    {
        lock (_gate)
        {
            var index = _away.FindIndex(window => window.From == from);
            _away[index] = _away[index] with { To = to };
        }
    }

    /// <summary>Waits for the answer to an interaction that has just been sent; its message, if it has one.</summary>
    public async Task<SimulatedMessage?> FollowAsync(SimulatedInteraction interaction)
    {
        var sent = Now;
        using var first = new CancellationTokenSource(Patience, TimeProvider.System);
        using var whole = new CancellationTokenSource(FinishPatience, TimeProvider.System);
        try
        {
            var callback = await interaction.CallbackAsync(first.Token);
            var message = callback.Type is 4 or 5 or 6 or 7 ? await interaction.MessageAsync(whole.Token) : null;
            Enter(null, sent);
            return message;
        }
        catch (OperationCanceledException)
        {
            Enter($"{interaction.Kind} at {sent.TotalSeconds:F1} s (callback {interaction.CallbackType?.ToString() ?? "none"})", sent);
            return null;
        }
    }

    /// <summary>The figures, a line each.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return $"""
                interactions: {_sent} sent, {_answered} answered, {_sent - _answered} lost
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
            && ReasonOf(at - Patience, at) is not null;
    }

    private void Enter(string? loss, TimeSpan sent)
    {
        lock (_gate)
        {
            _sent++;
            if (loss is null)
            {
                _answered++;
            }
            else if ((ReasonOf(sent, sent + Patience) ?? TakeAllowance()) is { } why)
            {
                _lost[why] = _lost.GetValueOrDefault(why) + 1;
            }
            else
            {
                _unexplained.Add(loss);
            }
        }
    }

    private string? TakeAllowance()
    {
        var why = _allowed.FirstOrDefault();
        _allowed.RemoveRange(0, Math.Min(1, _allowed.Count));
        return why;
    }

    private string? ReasonOf(TimeSpan from, TimeSpan to)
    {
        lock (_gate)
        {
            return _away.Where(window => window.From <= to && from <= window.To).Select(window => window.Why).FirstOrDefault();
        }
    }
}
