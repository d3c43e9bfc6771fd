namespace NotesBot.Discord.Interactions;

/// <summary>How long answers may take, counted from the arrival.</summary>
/// <param name="settings">The clock and the log.</param>
internal sealed class Pace(InteractionSettings settings)
{
    /// <summary>Whoever is not done by then says so (ours): half of what Discord waits.</summary>
    internal static readonly TimeSpan FirstResponse = TimeSpan.FromMilliseconds(1_500);

    /// <summary>What is not done by then is not sent (ours): the token lives half a minute longer.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(14 * 60 + 30);

    /// <summary>Whether the work is done before the first response is due. Its failure counts as done.</summary>
    internal async Task<bool> IsReadyAsync(Task work, Exchange exchange, CancellationToken cancellationToken)
    {
        var left = FirstResponse - exchange.Elapsed;
        if (work.IsCompleted || left <= TimeSpan.Zero)
        {
            return work.IsCompleted;
        }

        await work.WaitAsync(left, settings.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return work.IsCompleted;
    }

    /// <summary>
    /// The result of work that takes its time; <see langword="null"/>, with a line in the log, when it takes longer than the token
    /// lives.
    /// </summary>
    /// <exception cref="OperationCanceledException">The process can wait no longer.</exception>
    internal async Task<T?> FinishAsync<T>(Task<T> work, Exchange exchange, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var left = Longest - exchange.Elapsed;
            return await work.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, settings.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            settings.Logger.AnswerTooLate(exchange.Interaction.Id);
            return null;
        }
    }
}
