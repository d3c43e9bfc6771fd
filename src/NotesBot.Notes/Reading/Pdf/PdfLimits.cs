namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What one PDF may cost. A file beyond a limit is cut there or refused, so that none can stop the others.</summary>
internal static class PdfLimits
{
    /// <summary>Pages that are read; the rest is reported.</summary>
    internal const int MaxPages = 3_000;

    /// <summary>Letters that are read, so about 1,500 full pages; the rest is reported.</summary>
    internal const int MaxLetters = 6_000_000;

    /// <summary>Letters of one page; the rest of the page is reported.</summary>
    internal const int MaxLettersOfPage = 100_000;

    /// <summary>Largest place of a letter, in points: paper has at most 14,400 of them.</summary>
    internal const double MaxPoints = 20_000;

    /// <summary>Size of a decoded stream of drawing instructions, in bytes.</summary>
    internal const int MaxContentBytes = 8 << 20;

    /// <summary>Size of any other decoded stream (a font, a table of objects), in bytes.</summary>
    internal const int MaxStreamBytes = 32 << 20;

    /// <summary>Size of all decoded streams, those that are decoded again and again counted each time, in bytes.</summary>
    internal const long MaxDecodedBytes = 1L << 30;

    /// <summary>Encoded size of a stream in LZW, which makes at most about 1,300 bytes of one.</summary>
    internal const int MaxLzwBytes = 128 << 10;

    /// <summary>Memory the parser may ask for while it reads one page, in bytes.</summary>
    internal const long MaxAllocatedBytesOfPage = 2L << 30;

    /// <summary>How deep objects may lie in one another.</summary>
    internal const int MaxDepth = 128;

    /// <summary>Stack of the thread that reads, in bytes: the parser is recursive.</summary>
    internal const int StackBytes = 16 << 20;
}
