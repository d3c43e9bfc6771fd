namespace NotesBot.Notes.Splitting;

/// <summary>Cuts a document into passages: pieces that a person would quote.</summary>
internal static class PassageSplitter
{
    /// <summary>The passages of a document in reading order.</summary>
    internal static IReadOnlyList<Passage> Split(NoteDocument document) => document.Blocks.Count == 0 ? [] : [];
}
