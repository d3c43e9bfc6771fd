namespace NotesBot.Commands;

/// <summary>Carries questions to the commands and replies back: the seam behind which Discord, or a library for it, stands.</summary>
public interface ITransport
{
    /// <summary>Runs until cancelled: answers what it took, then leaves.</summary>
    /// <exception cref="TransportStoppedException">It can never work as configured: the message says what to change.</exception>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Whether questions can arrive right now.</summary>
    bool IsConnected { get; }
}

/// <summary>A transport cannot go on, and trying again would not help.</summary>
/// <param name="message">One sentence for the person who runs the bot: what is wrong and what to change. Never a token.</param>
public sealed class TransportStoppedException(string message) : Exception(message);
