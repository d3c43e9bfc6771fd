namespace NotesBot.Meaning;

/// <summary>A sentence model cannot be used. The message says which and what to do.</summary>
/// <param name="message">A sentence for the owner.</param>
/// <param name="inner">What went wrong.</param>
public sealed class SentenceModelException(string message, Exception? inner = null) : Exception(message, inner);
