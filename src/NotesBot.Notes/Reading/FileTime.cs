using System.IO.Enumeration;

namespace NotesBot.Notes.Reading;

/// <summary>When files were last written. A disk holds times that no calendar has (the year 0, the year 10000), and .NET throws at them.</summary>
internal static class FileTime
{
    /// <summary>Stands for a time that cannot be told: it never counts as settled, so that such a file is read at each look.</summary>
    internal static readonly DateTimeOffset Untold = DateTimeOffset.MaxValue;

    /// <summary>When a file was last written, UTC, or <see cref="Untold"/>.</summary>
    internal static DateTimeOffset Of(FileSystemInfo file)
    {
        try
        {
            return new DateTimeOffset(file.LastWriteTimeUtc);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Untold;
        }
    }

    /// <summary>When a file that was just listed was last written, UTC, or <see cref="Untold"/>.</summary>
    internal static DateTimeOffset Of(ref FileSystemEntry entry)
    {
        try
        {
            return entry.LastWriteTimeUtc;
        }
        catch (ArgumentOutOfRangeException)
        {
            return Untold;
        }
    }
}
