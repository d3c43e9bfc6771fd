using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace NotesBot.Notes.Reading.Office;

/// <summary>Looks at an office file, a zip archive of XML, before its parser does: what unpacks to too much, or is nested too deeply, ends here.</summary>
internal static class OfficeZip
{
    private const int MaxEntries = 20_000;
    private const int MaxDepth = 200;
    private const long MaxPartBytes = 24L << 20;
    private const long MaxBytes = 64L << 20;

    /// <summary>Reads every part that is text once.</summary>
    /// <exception cref="UnreadableNoteException">It is no such file, is encrypted, or costs too much; the message says which.</exception>
    internal static void Check(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Span.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnreadableNoteException("It asks for a password, or is of a format before 2007: save it anew without one.");
        }

        try
        {
            using var zip = Open(bytes);
            long total = 0;
            foreach (var part in zip.Entries.Count > MaxEntries ? throw TooMuch() : zip.Entries.Where(IsXml))
            {
                cancellationToken.ThrowIfCancellationRequested();
                total += Walk(part, total);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw new UnreadableNoteException("It is broken: its parts cannot be unpacked or understood.", exception);
        }
    }

    /// <summary>Whether a parser says with this that a part is missing, is of another kind, or holds values that it may not.</summary>
    internal static bool IsBroken(Exception exception) =>
        exception is OpenXmlPackageException or FormatException or IOException or XmlException or KeyNotFoundException or ArgumentException or InvalidOperationException
            or InvalidDataException or NotSupportedException;

    /// <summary>The archive, which reads from the bytes.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static ZipArchive Open(ReadOnlyMemory<byte> bytes) => new(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);

    private static bool IsXml(ZipArchiveEntry part) => Path.GetExtension(part.FullName).ToLowerInvariant() is ".xml" or ".rels";

    /// <summary>Declared sizes may lie, so the bytes are counted as they come.</summary>
    private static long Walk(ZipArchiveEntry part, long before)
    {
        using var counted = new CountedStream(part.Open(), Math.Min(MaxPartBytes, MaxBytes - before));
        using var xml = XmlReader.Create(counted, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
            {
                throw new UnreadableNoteException("It is nested too deeply to be read.");
            }
        }

        return counted.Count;
    }

    private static UnreadableNoteException TooMuch() => new($"It unpacks to more than {MaxBytes >> 20} MiB.");

    private sealed class CountedStream(Stream inner, long limit) : Stream
    {
        internal long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return Count > limit ? throw TooMuch() : read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
