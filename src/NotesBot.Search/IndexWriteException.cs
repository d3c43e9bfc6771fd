namespace NotesBot.Search;

/// <summary>
/// Writing to the index failed (a full disk, a lost mount). Everything since the last commit was taken back, and the writer can be
/// used again: <see cref="PassageIndexWriter.Files"/> tells what it still holds.
/// </summary>
/// <param name="message">A sentence for people.</param>
/// <param name="innerException">What went wrong below.</param>
public sealed class IndexWriteException(string message, Exception innerException) : Exception(message, innerException);
