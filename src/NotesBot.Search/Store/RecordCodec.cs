using System.Text;
using Lucene.Net.Util;
using NotesBot.Notes;

namespace NotesBot.Search.Store;

/// <summary>The record of a file and the facts of the library as bytes and back, exactly.</summary>
internal static class RecordCodec
{
    internal static byte[] Write(IndexedFile file)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(file.Path);
        writer.Write7BitEncodedInt64(file.Size);
        writer.Write(file.Modified.UtcTicks);
        writer.Write(file.Hash);
        writer.Write(file.Outline);
        writer.Write(file.Fault is not null);
        if (file.Fault is { } fault)
        {
            WriteFault(writer, fault);
        }

        writer.WriteNumber(file.Course);
        writer.WriteNumber(file.Week);
        return stream.ToArray();
    }

    internal static IndexedFile ReadFile(BytesRef bytes)
    {
        using var reader = ReaderOf(bytes);
        return new IndexedFile(
            reader.ReadString(),
            reader.Read7BitEncodedInt64(),
            ReadTime(reader),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadBoolean() ? ReadFault(reader) : null,
            reader.ReadNumber(),
            reader.ReadNumber());
    }

    internal static byte[] Write(LibraryFacts facts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(facts.Syllabus.Serialize());
        writer.Write(facts.Refreshed.UtcTicks);
        writer.Write7BitEncodedInt(facts.Faults.Count);
        foreach (var fault in facts.Faults)
        {
            WriteFault(writer, fault);
        }

        writer.Write7BitEncodedInt(facts.Skipped.Count);
        foreach (var (kind, count) in facts.Skipped)
        {
            writer.Write(kind);
            writer.Write7BitEncodedInt(count);
        }

        WriteVersion(writer, facts.Version);
        return stream.ToArray();
    }

    internal static LibraryFacts ReadFacts(BytesRef bytes)
    {
        using var reader = ReaderOf(bytes);
        return new LibraryFacts(Syllabus.Parse(reader.ReadString()), ReadTime(reader), ReadFaults(reader), ReadSkipped(reader)) { Version = ReadVersion(reader) };
    }

    private static BinaryReader ReaderOf(BytesRef bytes) => new(new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length), Encoding.UTF8);

    private static DateTimeOffset ReadTime(BinaryReader reader) => new(reader.ReadInt64(), TimeSpan.Zero);

    private static void WriteFault(BinaryWriter writer, FileFault fault)
    {
        writer.Write(fault.Path);
        writer.Write(fault.Reason);
        writer.Write(fault.IsPartial);
    }

    private static FileFault ReadFault(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadBoolean());

    private static FileFault[] ReadFaults(BinaryReader reader)
    {
        var faults = new FileFault[reader.Read7BitEncodedInt()];
        for (var i = 0; i < faults.Length; i++)
        {
            faults[i] = ReadFault(reader);
        }

        return faults;
    }

    private static Dictionary<string, int> ReadSkipped(BinaryReader reader)
    {
        var skipped = new Dictionary<string, int>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            skipped.Add(reader.ReadString(), reader.Read7BitEncodedInt());
        }

        return skipped;
    }

    private static void WriteVersion(BinaryWriter writer, NotesVersion? version)
    {
        writer.WriteText(version?.Commit);
        if (version is not null)
        {
            writer.Write(version.Committed.Ticks);
            writer.Write((short)version.Committed.TotalOffsetMinutes);
        }
    }

    private static NotesVersion? ReadVersion(BinaryReader reader) => reader.ReadText() is { } commit
        ? new NotesVersion(commit, new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16())))
        : null;
}
