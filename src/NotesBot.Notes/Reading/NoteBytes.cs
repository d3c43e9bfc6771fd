namespace NotesBot.Notes.Reading;

/// <summary>Reads the bytes of a file inside the notes folder, and of none outside.</summary>
internal static class NoteBytes
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="root">The notes folder, absolute.</param>
    /// <param name="path">Relative to it.</param>
    /// <param name="maxBytes">A larger file is refused.</param>
    /// <returns>The bytes, and the file as it was then.</returns>
    /// <exception cref="UnreadableNoteException">It is gone, outside, too large or not to be read; the message says which.</exception>
    internal static (byte[] Bytes, NoteFile File) Read(string root, string path, long maxBytes)
    {
        try
        {
            var info = new FileInfo(Inside(root, path));
            if (info.Length > maxBytes)
            {
                throw new UnreadableNoteException($"It has {info.Length:N0} bytes; the limit is {maxBytes:N0} (Notes:MaxFileBytes).");
            }

            var file = new NoteFile(path, info.Length, FileTime.Of(info));
            var bytes = ReadUpTo(info.FullName, info.Length);
            return (bytes, file with { Size = bytes.Length });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableNoteException("It has vanished.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableNoteException("The bot has no right to read it.", exception);
        }
        catch (IOException exception)
        {
            throw new UnreadableNoteException($"The disk did not give it: {exception.Message}", exception);
        }
    }

    /// <summary>What has no length (an empty file, but also a pipe or a device) is never opened: opening a pipe waits for its writer.</summary>
    private static byte[] ReadUpTo(string path, long length)
    {
        if (length == 0)
        {
            return [];
        }

        var bytes = new byte[length];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Follows every symbolic link on the way, so that neither a linked file nor a linked folder leads outside.</summary>
    private static string Inside(string root, string path)
    {
        var real = Real(root);
        var current = real;
        foreach (var part in path.Split('/'))
        {
            current = Real(Path.GetFullPath(Path.Combine(current, part)));
            if (!current.StartsWith(real + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new UnreadableNoteException("It leads out of the notes folder.");
            }
        }

        return current;
    }

    private static string Real(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true);
        return Path.TrimEndingDirectorySeparator(target is null ? Path.GetFullPath(path) : target.FullName);
    }
}
