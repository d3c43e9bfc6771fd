namespace NotesBot.Notes.Reading;

/// <summary>What Git LFS leaves in the place of a file.</summary>
/// <remarks>Source: Git LFS's "Git LFS Specification", section "The Pointer".</remarks>
internal static class LfsPointer
{
    private const int MaxBytes = 1024;

    /// <summary>Refuses a pointer, whatever the file is called.</summary>
    /// <exception cref="UnreadableNoteException">It is one.</exception>
    internal static void Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= MaxBytes && bytes.StartsWith("version https://git-lfs.github.com/spec/"u8))
        {
            throw new UnreadableNoteException("It is kept in Git LFS, which is not asked: only a pointer to it is here.");
        }
    }
}
