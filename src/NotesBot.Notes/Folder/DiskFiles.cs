using System.IO.Enumeration;
using NotesBot.Notes.Reading;

namespace NotesBot.Notes.Folder;

/// <summary>The files of a folder on disk.</summary>
/// <param name="root">The notes folder, absolute.</param>
internal sealed class DiskFiles(string root) : INoteFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false
    };

    /// <inheritdoc/>
    public IReadOnlyList<FolderEntry> Entries(string folder)
    {
        try
        {
            return [.. new FileSystemEnumerable<FolderEntry>(Path.Combine(root, folder), ToEntry, Everything)];
        }
        catch (Exception exception) when (exception is IOException and not DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new IOException(Reason(exception), exception);
        }
    }

    /// <inheritdoc/>
    public (byte[] Bytes, NoteFile File) Read(string path, long maxBytes) => NoteBytes.Read(root, path, maxBytes);

    /// <inheritdoc/>
    public string? FaultOfLink(string path)
    {
        try
        {
            var target = new FileInfo(Path.Combine(root, path)).ResolveLinkTarget(returnFinalTarget: true);
            return target is null || !(target.Exists || Directory.Exists(target.FullName)) ? "The link leads nowhere."
                : (target.FullName + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal) ? null
                : "The link leads out of the notes folder and is not followed.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "The link cannot be followed: " + Reason(exception);
        }
    }

    /// <inheritdoc/>
    public bool Has(string path) => File.Exists(Path.Combine(root, path));

    private string Reason(Exception exception) => exception.Message.Replace(root, ".", StringComparison.Ordinal);

    private static FolderEntry ToEntry(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        return isLink || entry.IsDirectory
            ? new FolderEntry(entry.FileName.ToString(), entry.IsDirectory, isLink, 0, default)
            : new FolderEntry(entry.FileName.ToString(), false, false, entry.Length, FileTime.Of(ref entry));
    }
}
