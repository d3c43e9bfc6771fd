namespace NotesBot.Notes;

/// <summary>A state of notes that are followed in a git repository.</summary>
/// <param name="Commit">The full hash of the commit, hexadecimal.</param>
/// <param name="Committed">When it was made, UTC; 1970 when it names a time that no calendar has.</param>
public sealed record NotesVersion(string Commit, DateTimeOffset Committed);
