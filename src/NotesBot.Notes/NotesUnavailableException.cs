namespace NotesBot.Notes;

/// <summary>The notes cannot be looked through at all; what was indexed of them stays as it is.</summary>
/// <param name="message">A sentence for the owner of the notes.</param>
/// <param name="cause">What is behind it; <see langword="null"/> for nothing.</param>
public sealed class NotesUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
