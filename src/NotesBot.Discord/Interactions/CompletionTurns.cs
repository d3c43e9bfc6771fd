namespace NotesBot.Discord.Interactions;

/// <summary>Of each person only the newest completion is worth a search. Safe from many threads.</summary>
internal sealed class CompletionTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, CancellationTokenSource> _newest = [];

    /// <summary>Begins a turn and cancels the one before it. Its owner ends it.</summary>
    internal CancellationTokenSource Begin(ulong userId, CancellationToken cancellationToken)
    {
        var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            if (_newest.TryGetValue(userId, out var older))
            {
                older.Cancel();
            }

            _newest[userId] = turn;
        }

        return turn;
    }

    /// <summary>Ends a turn.</summary>
    internal void End(ulong userId, CancellationTokenSource turn)
    {
        lock (_gate)
        {
            if (_newest.TryGetValue(userId, out var newest) && newest == turn)
            {
                _newest.Remove(userId);
            }

            turn.Dispose();
        }
    }
}
