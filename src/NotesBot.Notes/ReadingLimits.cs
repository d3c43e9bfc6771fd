using NotesBot.Notes.Reading;

namespace NotesBot.Notes;

/// <summary>What reading one file may cost. A file beyond a limit is cut there or refused, and reported; none can stop the others.</summary>
public static class ReadingLimits
{
    /// <summary>Text that one file gives, with the headings and keywords of each passage, in UTF-16 units; the rest is reported.</summary>
    public const int MaxOutput = 6_000_000;

    /// <summary>Course and week lines that one file lists; the rest does not count.</summary>
    public const int MaxDrafts = 1_000;

    /// <summary>Heap of a process that reads, in bytes.</summary>
    public const long MaxMemoryBytes = 192L << 20;

    /// <summary>
    /// A file up to this size, in bytes, is read in the process that asks: what the square of its length costs is a moment. Larger ones, and all
    /// PDFs, go to a process of their own.
    /// </summary>
    internal const long MaxBytesHere = 64 << 10;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxTimeOfPdf = TimeSpan.FromSeconds(60);

    /// <summary>Processor time that a file may take, so that a busy machine refuses no good one.</summary>
    public static TimeSpan MaxTimeOf(string path) => NoteFormats.Of(path) == NoteFormat.Pdf ? MaxTimeOfPdf : MaxTime;
}
