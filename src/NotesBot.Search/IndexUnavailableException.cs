namespace NotesBot.Search;

/// <summary>There is no index to answer from: it is being built for the first time, or cannot be opened.</summary>
/// <param name="message">A sentence for people: what is missing and what to do.</param>
public sealed class IndexUnavailableException(string message) : Exception(message);
