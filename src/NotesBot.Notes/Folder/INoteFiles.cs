using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Folder;

/// <summary>The files that notes are found among: those of a folder, or of one commit. Paths are relative, with <c>/</c> between their parts.</summary>
internal interface INoteFiles
{
    /// <summary>What lies in a folder.</summary>
    /// <param name="folder">With <c>/</c> at its end; empty for the notes folder.</param>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    /// <exception cref="IOException">It cannot be looked into; the message says why, without the place of the notes folder.</exception>
    IReadOnlyList<FolderEntry> Entries(string folder);

    /// <summary>Reads a whole file.</summary>
    /// <returns>The bytes, and the file as it was then.</returns>
    /// <exception cref="UnreadableNoteException">It is gone, outside, larger than that, or not to be read; the message says which.</exception>
    (byte[] Bytes, NoteFile File) Read(string path, long maxBytes);

    /// <summary>Why a link is not as good as the file that it leads to; <see langword="null"/> when that is among these files.</summary>
    string? FaultOfLink(string path);

    /// <summary>Whether there is such a file.</summary>
    bool Has(string path);
}

/// <summary>A file, folder or link.</summary>
/// <param name="Name">Its name in its folder.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
/// <param name="Length">Of a file, in bytes.</param>
/// <param name="Modified">When it was last written, UTC.</param>
/// <param name="Blob">Its content's hash, where git knows it.</param>
internal readonly record struct FolderEntry(
    string Name, bool IsFolder, bool IsLink, long Length, DateTimeOffset Modified, string? Blob = null);
