namespace NotesBot.Search;

/// <summary>There is no index to answer from: it is being built for the first time, or cannot be opened.</summary>
/// <param name="message">A sentence for people, strangers among them: what is missing and what to do, and no path.</param>
/// <param name="cause">What is behind it, for the log alone; <see langword="null"/> for nothing.</param>
public sealed class IndexUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
