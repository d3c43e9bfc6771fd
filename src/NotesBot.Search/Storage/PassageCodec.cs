using System.Text;
using NotesBot.Notes;

namespace NotesBot.Search.Storage;

/// <summary>A passage as bytes and back, exactly.</summary>
internal static class PassageCodec
{
    internal static byte[] Write(Passage passage)
    {
        using var stream = new MemoryStream(passage.Text.Length + 256);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write((uint)passage.Id.Value);
        writer.Write((byte)(passage.Id.Value >> 32));
        writer.Write(passage.Path);
        writer.Write7BitEncodedInt(passage.Ordinal);
        writer.WriteTexts(passage.Trail);

        // The title of most notes is their first heading, and it is never empty.
        writer.Write(passage.Trail.Count > 0 && passage.Trail[0] == passage.Title ? "" : passage.Title);
        WriteNumbers(writer, passage);
        writer.Write((byte)passage.Kind);
        writer.Write(passage.Text);
        WriteParts(writer, passage.Parts);
        writer.WriteText(passage.Anchor);
        writer.WriteText(passage.Picture);
        writer.WriteTexts(passage.Keywords);
        return stream.ToArray();
    }

    internal static Passage Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length), Encoding.UTF8);
        var id = new PassageId(reader.ReadUInt32() | ((ulong)reader.ReadByte() << 32));
        var path = reader.ReadString();
        var ordinal = reader.Read7BitEncodedInt();
        var trail = reader.ReadTexts();
        return new Passage
        {
            Id = id,
            Path = path,
            Ordinal = ordinal,
            Trail = trail,
            Title = reader.ReadString() is { Length: > 0 } title ? title : trail[0],
            Line = reader.ReadNumber(),
            EndLine = reader.ReadNumber(),
            Page = reader.ReadNumber(),
            Cell = reader.ReadNumber(),
            Course = reader.ReadNumber(),
            Week = reader.ReadNumber(),
            Kind = (PassageKind)reader.ReadByte(),
            Text = reader.ReadString(),
            Parts = ReadParts(reader),
            Anchor = reader.ReadText(),
            Picture = reader.ReadText(),
            Keywords = reader.ReadTexts(),
        };
    }

    private static void WriteNumbers(BinaryWriter writer, Passage passage)
    {
        writer.WriteNumber(passage.Line);
        writer.WriteNumber(passage.EndLine);
        writer.WriteNumber(passage.Page);
        writer.WriteNumber(passage.Cell);
        writer.WriteNumber(passage.Course);
        writer.WriteNumber(passage.Week);
    }

    /// <summary>Parts are in order: of each is written how far it begins behind the one before it.</summary>
    private static void WriteParts(BinaryWriter writer, IReadOnlyList<PassagePart> parts)
    {
        writer.Write7BitEncodedInt(parts.Count);
        var end = 0;
        foreach (var part in parts)
        {
            writer.Write((byte)part.Kind);
            writer.Write7BitEncodedInt(part.Start - end);
            writer.Write7BitEncodedInt(part.Length);
            writer.WriteText(part.Language);
            end = part.Start + part.Length;
        }
    }

    private static PassagePart[] ReadParts(BinaryReader reader)
    {
        var parts = new PassagePart[reader.Read7BitEncodedInt()];
        var end = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new PassagePart((PassagePartKind)reader.ReadByte(), end + reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadText());
            end = parts[i].Start + parts[i].Length;
        }

        return parts;
    }
}
