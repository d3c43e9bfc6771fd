namespace NotesBot.Notes;

/// <summary>A file that could not be read, or not whole.</summary>
/// <param name="Path">Relative to the notes folder, with <c>/</c> between its parts.</param>
/// <param name="Reason">A sentence for the owner of the notes.</param>
/// <param name="IsPartial">Whether the rest of the file was read: the reason says what was left out.</param>
public sealed record FileFault(string Path, string Reason, bool IsPartial = false);
