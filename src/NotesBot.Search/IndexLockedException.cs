namespace NotesBot.Search;

/// <summary>Another process writes to this index. Searching it needs no lock.</summary>
/// <param name="message">A sentence for people: which index, and what to do.</param>
/// <param name="innerException">What the file system said.</param>
public sealed class IndexLockedException(string message, Exception innerException) : Exception(message, innerException);
